/** Locale of numbers and dates, after the environment; `en-US` where it says nothing. */
export function readSystemLocale(): string {
  const { env } = process;
  return toTag(env['LC_ALL']) ?? toTag(env['LC_TIME']) ?? toTag(env['LANG']) ?? 'en-US';
}

/** Languages that the user prefers, best first. */
export function readPreferredLanguages(): string[] {
  const { env } = process;
  const listed = (env['LANGUAGE'] ?? '').split(':').map(toTag);
  const languages = listed.filter((tag) => tag !== undefined);
  return languages.length > 0
    ? languages
    : [toTag(env['LC_ALL']) ?? toTag(env['LC_MESSAGES']) ?? toTag(env['LANG']) ?? 'en-US'];
}

/** `nl_NL.UTF-8` is `nl-NL`; undefined for what is no language, as `C.UTF-8`. */
function toTag(locale: string | undefined): string | undefined {
  const [name = ''] = (locale ?? '').split(/[.@]/, 1);
  if (name === '' || name === 'C' || name === 'POSIX') return undefined;
  try {
    return Intl.getCanonicalLocales(name.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
