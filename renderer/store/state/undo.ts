/** @file What the window knows and can do: corrections, and what can be taken back. */
import type { SpanEdit } from '../../../shared/domain/span-edit.ts';
import type { Activity } from '../../../shared/domain/activity.ts';
import type { ActionLogView, EditResult, UndoOffer } from '../../../shared/ipc/corrections.ts';
import type { SettingsPatch } from '../../../shared/settings/settings.ts';

/** A change that can be undone, as the window shows it. */
export type Undo =
  /** Of spans; the main process keeps what was. */
  | { readonly key: string; readonly of: 'data'; readonly offer: UndoOffer }
  | {
      readonly key: string;
      readonly of: 'settings';
      /** The settings that were changed, as they were and as they are now. */
      readonly patch: SettingsPatch;
      readonly made: SettingsPatch;
    };

export interface UndoSlice {
  /** The latest first. */
  readonly undos: readonly Undo[];
  /** How many were undone, so that each can be told. */
  readonly undone: number;
  /** Shows what the main process says can be undone now. */
  showUndoOffers(offers: readonly UndoOffer[]): void;
  loadUndoOffers(): Promise<void>;
  /** Whether the change was accepted. It can be undone for half a minute. */
  changeUndoably(patch: SettingsPatch): Promise<boolean>;
  takeUndo(key: string): Promise<void>;
  /** Hides the offer. What was changed stays so. */
  dismissUndo(key: string): void;
}

export interface CorrectionsSlice {
  /** What the user did with their own data; undefined until it was asked for. */
  readonly actions: ActionLogView | undefined;
  loadActions(): Promise<void>;
  /** Says what a span was. @param atMs a moment in it. */
  relabelSpan(atMs: number, activity: Activity): Promise<void>;
  /** Changes by hand when something was. Null where that failed. */
  editSpan(edit: SpanEdit, mayReplace: boolean): Promise<EditResult | null>;
  deleteSpan(atMs: number): Promise<void>;
}
