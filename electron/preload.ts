/**
 * @file The one bridge between the page and the main process. Sandboxed: it has Electron's own two
 * doors and nothing else, and hands the page named methods, never the doors.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { Args, Channel, PushChannel, Pushes, Result } from '../shared/ipc/contract.ts';
import type { CallFailure, Reply } from '../shared/ipc/reply.ts';
import type { Unsubscribe, WindowApi } from '../shared/ipc/window-api.ts';

async function call<C extends Channel>(channel: C, ...args: Args<C>): Promise<Result<C>> {
  const reply = (await ipcRenderer.invoke(channel, ...args)) as Reply<Result<C>>;
  if (reply.ok) return reply.value;
  const failure: CallFailure = { name: reply.code, message: reply.message };
  // Of an Error the bridge copies the message alone, of an object everything.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw failure;
}

function subscribe<C extends PushChannel>(
  channel: C,
  listener: (payload: Pushes[C]) => void,
): Unsubscribe {
  // The event carries the sender, a way to send anything; it stays here.
  const receive = (_event: unknown, payload: Pushes[C]) => {
    listener(payload);
  };
  ipcRenderer.on(channel, receive);
  return () => {
    ipcRenderer.removeListener(channel, receive);
  };
}

const api = {
  getInfo: () => call('app:info'),
  getDay: (isoDate) => call('day:get', isoDate),
  zoneStretches: (zone) => call('zone:stretches', zone),
  getWeek: (isoDate) => call('week:get', isoDate),
  getTrends: (year) => call('trends:get', year),
  getExampleDay: (isoDate) => call('example:day', isoDate),
  getExampleWeek: (isoDate) => call('example:week', isoDate),
  getExampleTrends: (year) => call('example:trends', year),
  getReviewDue: () => call('review:due'),
  proposeBlock: (isoDate) => call('review:proposal', isoDate),
  getNote: (week) => call('note:get', week),
  getNotes: () => call('note:list'),
  setNote: (week, text) => call('note:set', { week, text }),
  getTrackerStatus: () => call('tracker:status'),
  pause: (length) => call('tracker:pause', length),
  resume: () => call('tracker:resume'),
  startTimer: () => call('timer:start'),
  stopTimer: () => call('timer:stop'),
  labelTimed: (activity) => call('timer:label', activity),
  getSight: () => call('sight:get'),
  actOnSight: (action) => call('sight:act', action),
  getCompanion: () => call('companion:get'),
  actOnCompanion: (action, browser) => call('companion:act', { action, browser }),
  getSettings: () => call('settings:get'),
  setSettings: (patch) => call('settings:set', patch),
  saveReport: (range) => call('report:save', range),
  previewAgreements: (agreements) => call('agreement:preview', { agreements }),
  importGuideline: () => call('guideline:import'),
  saveGuideline: (guideline) => call('guideline:save', guideline),
  planCalendar: (at) => call('calendar:plan', { at }),
  saveCalendar: (choice) => call('calendar:save', choice),
  getHolidayCountries: () => call('holidays:countries'),
  getHolidays: (place, year) => call('holidays:list', place, year),
  getAutostart: () => call('autostart:get'),
  setAutostart: (on) => call('autostart:set', on ? 'on' : 'off'),
  getPrivacy: () => call('privacy:get'),
  eraseData: (what) => call('data:erase', what),
  saveEverything: () => call('data:save-everything'),
  openEverything: () => call('data:open-everything'),
  takeEverything: (id, withSettings) => call('data:take-everything', { id, withSettings }),
  openHistory: () => call('history:open'),
  takeHistory: (id, withPhones) => call('history:take', { id, withPhones }),
  stopHistory: () => call('history:stop'),
  chooseFolder: () => call('data:choose-folder'),
  moveData: (id) => call('data:move', id),
  findData: (way) => call('data:find', way),
  relabelSpan: (atMs, activity) => call('span:relabel', { atMs, activity }),
  editSpan: (edit, mayReplace) => call('span:edit', { edit, mayReplace }),
  deleteSpan: (atMs) => call('span:delete', { atMs }),
  getUndos: () => call('undo:list'),
  takeUndo: (id) => call('undo:take', id),
  getActions: () => call('actions:get'),
  watchWindows: (on) => call('rules:watch', on ? 'on' : 'off'),
  tryRules: (trial) => call('rules:try', trial),
  offerRule: (startedAtMs, activity) => call('rules:offer', { atMs: startedAtMs, activity }),
  exportRules: () => call('rules:export'),
  importRules: () => call('rules:import'),
  makeReport: (choice) => call('report:make', choice),
  cancelReport: () => call('report:cancel'),
  saveReportFile: (id) => call('report:save-file', id),
  copyReportFile: (id) => call('report:copy', id),
  copyPicture: (picture) => call('picture:copy', picture),
  savePicture: (picture) => call('picture:save', picture),
  saveReportPdf: (id) => call('report:save-pdf', id),
  takePlace: () => call('window:place'),
  leave: (place) => call('window:leave', place),
  onTrackerChanged: (listener) => subscribe('tracker:changed', listener),
  onSpansChanged: (listener) =>
    subscribe('spans:changed', () => {
      listener();
    }),
  onSettingsChanged: (listener) => subscribe('settings:changed', listener),
  onSightChanged: (listener) =>
    subscribe('sight:changed', () => {
      listener();
    }),
  onCompanionChanged: (listener) =>
    subscribe('companion:changed', () => {
      listener();
    }),
  onUndosChanged: (listener) => subscribe('undo:changed', listener),
  onReportProgress: (listener) => subscribe('report:progress', listener),
  onHistoryProgress: (listener) => subscribe('history:progress', listener),
  onOpenPage: (listener) => subscribe('page:open', listener),
  onRest: (listener) =>
    subscribe('window:rest', () => {
      listener();
    }),
} satisfies WindowApi;

contextBridge.exposeInMainWorld('api', api);

// What the CSP stops never becomes a request, so the main process would not know of the attempt.
// What it was is not told: a blocked URL could be anything. Words without a colon are not URLs.
window.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
  if (blockedURI.includes(':')) void call('request:refused');
});
