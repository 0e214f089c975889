/** @file What the window knows and can do: what is kept, all of it as one file or elsewhere, and what comes in. */
import type { FindResult, FindWay } from '../../../shared/ipc/away.ts';
import type { DataFileReading, DataTaken } from '../../../shared/ipc/data-file.ts';
import type { ExportProblem, HistoryPreview } from '../../../shared/ipc/history-import.ts';
import type { MoveChoice } from '../../../shared/ipc/move.ts';
import type { EraseWhat, PrivacyView } from '../../../shared/ipc/privacy.ts';
import type { Remote } from '../remote.ts';

export interface PrivacySlice {
  readonly privacy: Remote<PrivacyView>;
  loadPrivacy(): Promise<void>;
  /** How many spans were erased; null where it failed, and the reason is in `failure`. */
  erase(what: EraseWhat): Promise<number | null>;
}

export interface EverythingSlice {
  /** Whether a file was saved. */
  saveEverything(): Promise<boolean>;
  /** Lets the user choose a file of everything; it changes nothing. */
  openEverything(): Promise<DataFileReading>;
  /** What was taken over; null where that failed, and the reason is in `failure`. */
  takeEverything(id: number, withSettings: boolean): Promise<DataTaken | null>;
  /** Lets the user choose a folder for the data; it changes nothing. */
  chooseFolder(): Promise<MoveChoice>;
  /** Whether the data was moved there; where not, the reason is in `failure`. */
  moveData(id: number): Promise<boolean>;
  /** Looks for data that are away, in one of the ways there are. */
  findData(way: FindWay): Promise<FindResult>;
}

/** Where taking over the history of another tracker stands; how much is done is 0 to 1. */
export type HistoryStep =
  | { readonly at: 'start' | 'stopped' }
  | { readonly at: 'reading' | 'storing'; readonly share: number }
  | { readonly at: 'refused'; readonly problem: ExportProblem }
  | { readonly at: 'preview'; readonly preview: HistoryPreview }
  | { readonly at: 'taken'; readonly spans: number };

export interface HistorySlice {
  readonly history: HistoryStep;
  /** Lets the user choose an export and reads it; nothing is changed by it. */
  openHistory(): Promise<void>;
  /** @param id of the export that is shown. @param withPhones what telephones add to it too. */
  takeHistory(id: number, withPhones: boolean): Promise<void>;
  stopHistory(): Promise<void>;
  /** Leaves the preview. */
  leaveHistory(): void;
  showHistoryShare(share: number): void;
}
