import { readFileSync } from 'node:fs';
import {
  type Classification,
  type ClassifierOptions,
  createClassifier,
} from '../../../shared/linkedin/classify.ts';
import type { WindowSample } from '../../../shared/domain/window-sample.ts';

/** The settings of someone who has changed none. */
export const DEFAULTS: ClassifierOptions = { rules: [], browsers: [], ignorePrivateWindows: true };

export const classify = createClassifier(DEFAULTS);

/** What a title is in Chrome. */
export function classifyTitle(title: string, app = 'Google Chrome'): Classification {
  return classify({ app, title });
}

/** What an address is in Chrome. */
export function classifyUrl(url: string, app = 'Google Chrome'): Classification {
  return classify({ app, title: '', url });
}

/** One line of a fixture. */
export interface Row {
  readonly line: number;
  readonly kind: string;
  readonly locale: string;
  readonly sample: WindowSample;
  /** The activities that are right; more than one where the title cannot tell. */
  readonly activities: readonly string[];
}

/** Reads a fixture of samples with the activity that each must give. */
export function readRows(name: string): Row[] {
  const path = new URL(`../../fixtures/linkedin/${name}`, import.meta.url);
  const rows: Row[] = [];
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    const [kind = '', value = '', app = '', locale = '', activity = ''] = line.split('\t');
    if (kind !== 'title' && kind !== 'url') continue;
    const sample = kind === 'url' ? { app, title: '', url: value } : { app, title: value };
    rows.push({ line: index + 1, kind, locale, sample, activities: activity.split('|') });
  }
  return rows;
}
