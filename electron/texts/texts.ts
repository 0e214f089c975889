import type { Activity } from '../../shared/domain/activity.ts';
import type { TrackerState } from '../../shared/ipc/views.ts';

/** What the tray, the menus and the dialogs of the system say. `{{name}}` takes a value. */
export interface Texts {
  readonly open: string;
  readonly openToday: string;
  readonly openWeek: string;
  readonly openTrends: string;
  readonly openSettings: string;
  readonly quit: string;
  readonly pause: string;
  readonly pauseFor15: string;
  readonly pauseFor60: string;
  readonly pauseTomorrow: string;
  readonly pauseOpenEnded: string;
  readonly resume: string;
  readonly startTimer: string;
  readonly stopTimer: string;
  readonly ofBlock: string;
  readonly withoutAgreement: string;
  readonly state: Readonly<Record<TrackerState, string>>;
  /** The latest span, before what it can be said to have been. */
  readonly thatWas: string;
  /** As in the window. */
  readonly activity: Readonly<Record<Activity, string>>;
  readonly nudgeEnd: string;
  readonly nudgeStart: string;
  readonly saveReport: string;
  readonly savePicture: string;
  readonly csvFile: string;
  readonly exportRules: string;
  readonly importRules: string;
  readonly saveEverything: string;
  readonly openEverything: string;
  readonly openHistory: string;
  readonly chooseFolder: string;
  /** In the tray, while the folder of the data cannot be reached. */
  readonly dataAway: string;
  readonly openGuideline: string;
  readonly saveGuideline: string;
  /** File name that is proposed for a guideline. */
  readonly guidelineName: string;
  readonly saveCalendar: string;
  /** What the block is called in a calendar, unless the user calls it something else: nothing that tells what it is. */
  readonly calendarTitle: string;
  readonly calendarFile: string;
  readonly jsonFile: string;
  readonly pdfFile: string;
  readonly pictureFile: string;
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly help: string;
  readonly about: string;
  readonly closeWindow: string;
  readonly zoomReset: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  /** Of what the app is made; `{{inside}}` is a list of names and versions. */
  readonly aboutInside: string;
  readonly aboutLicence: string;
  readonly aboutUpdates: string;
  readonly notSaved: string;
  readonly runningElsewhere: string;
}

/** Puts values into a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
