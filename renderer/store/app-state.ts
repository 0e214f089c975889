import type { StateCreator } from 'zustand/vanilla';
import type { CompanionSlice } from './state/companion.ts';
import type { HandOverSlice } from './state/hand-over.ts';
import type { DraftsSlice } from './state/drafts.ts';
import type { ExampleSlice } from './state/example.ts';
import type { HoursSlice } from './state/hours.ts';
import type { EverythingSlice, HistorySlice, PrivacySlice } from './state/privacy.ts';
import type { ReportSlice } from './state/report.ts';
import type { RulesSlice } from './state/rules.ts';
import type { AutostartSlice, SettingsSlice } from './state/settings.ts';
import type { ShellSlice } from './state/shell.ts';
import type { SightSlice } from './state/sight.ts';
import type { DaySlice, TrackerSlice } from './state/today.ts';
import type { TrendsSlice } from './state/trends.ts';
import type { CorrectionsSlice, UndoSlice } from './state/undo.ts';
import type { NotesSlice, ReviewSlice, WeekSlice } from './state/week.ts';

/** All that the window knows: a cache of what the main process owns, and what page is open. */
export type AppState = ShellSlice &
  TrackerSlice &
  DaySlice &
  WeekSlice &
  ReviewSlice &
  NotesSlice &
  TrendsSlice &
  PrivacySlice &
  EverythingSlice &
  HistorySlice &
  SettingsSlice &
  HoursSlice &
  HandOverSlice &
  DraftsSlice &
  ExampleSlice &
  RulesSlice &
  AutostartSlice &
  SightSlice &
  CompanionSlice &
  CorrectionsSlice &
  UndoSlice &
  ReportSlice;

export type Slice<T> = StateCreator<AppState, [], [], T>;
