import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/settings/settings.ts';
import type { News, Part } from '../news.ts';

/** Has Electron show the theme that the settings tell of. */
export function followTheme(news: News, settings: { readonly get: () => Settings }): Part {
  const show = ({ theme }: Settings) => (nativeTheme.themeSource = theme);
  show(settings.get());
  return { stop: news.on('settings-changed', show) };
}
