import type { SettingKey } from '../settings/settings.ts';
import type { EncodingProblem } from '../texts/encoding.ts';

/** Why a file of everything was refused. */
export interface DataFileProblem {
  readonly code:
    | EncodingProblem
    | 'too-long'
    | 'not-json'
    | 'not-data'
    | 'newer'
    | 'unknown-part'
    | 'wrong-value';
  /** The part of the file that is meant, at most 40 characters; empty where the whole is. */
  readonly part: string;
  /** The row in it, from 1; null where none is meant. */
  readonly row: number | null;
}

/** What a file of everything would bring in. */
export interface DataFilePreview {
  /** Names the file that the main process holds. */
  readonly id: number;
  /** Spans in the file, and those of them, or parts of them, whose time is free here. */
  readonly spans: number;
  readonly newSpans: number;
  /** Local days of the first and the last of the new ones; null where there are none. */
  readonly from: string | null;
  readonly to: string | null;
  /** Other new rows. */
  readonly newOthers: number;
  /** Keys of the settings that differ from the ones here. */
  readonly settings: readonly SettingKey[];
}

/** What choosing a file of everything came to. Nothing is changed by it. */
export type DataFileReading =
  | { readonly status: 'cancelled' }
  | { readonly status: 'refused'; readonly problem: DataFileProblem }
  | { readonly status: 'read'; readonly preview: DataFilePreview };

/** What was taken over. */
export interface DataTaken {
  readonly spans: number;
  readonly others: number;
  /** Settings that were changed. */
  readonly settings: number;
}
