/** IANA zone of the computer. Slow, since it sets up a formatter each time. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
