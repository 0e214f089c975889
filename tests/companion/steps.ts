/** @file What is done in a browser, as a user does it, and the word that must come of it. */
import type { Word } from '../../companion/contract.ts';

/** The hands: keys and windows of the display. */
export interface Hands {
  /** Presses keys, by the names that xdotool has for them, one after the other. */
  press(...keys: readonly string[]): void;
  /** Opens an address as typed. */
  go(address: string): Promise<void>;
  /** Brings another program's window to the front. */
  toOtherProgram(): void;
  /** Brings the browser's first window to the front. */
  toBrowser(): void;
  minimise(): void;
  killHost(): void;
}

/** One thing that a user does. */
export interface Step {
  readonly name: string;
  readonly act: (hands: Hands) => void | Promise<void>;
  readonly word: Word;
  /** Nothing changes: the word must be the same all the while. */
  readonly stays?: true;
}

const LINKEDIN = 'https://www.linkedin.com';

/** @param keys what differs between browsers. */
export function stepsOf(keys: { readonly privateWindow: string }): readonly Step[] {
  const press = (...names: readonly string[]) => {
    return (hands: Hands) => hands.press(...names);
  };
  const go = (address: string) => (hands: Hands) => hands.go(address);
  return [
    { name: 'a page without a load', act: press('m'), word: 'messaging' },
    { name: 'back', act: press('alt+Left'), word: 'feed' },
    { name: 'another such page', act: press('n'), word: 'notifications' },
    { name: 'reload', act: press('ctrl+r'), word: 'notifications', stays: true },
    { name: 'a notice in the title', act: press('t'), word: 'notifications', stays: true },
    { name: 'the address bar', act: press('ctrl+l'), word: 'notifications', stays: true },
    { name: 'back to the page', act: press('Escape', 'F6'), word: 'notifications', stays: true },
    { name: 'find in the page', act: press('ctrl+f'), word: 'notifications', stays: true },
    { name: 'find no more', act: press('Escape'), word: 'notifications', stays: true },
    { name: 'full screen', act: press('F11'), word: 'notifications', stays: true },
    { name: 'no full screen', act: press('F11'), word: 'notifications', stays: true },
    { name: 'another site', act: go('https://www.example/'), word: 'elsewhere' },
    { name: 'back to LinkedIn', act: press('alt+Left'), word: 'notifications' },
    { name: 'a profile', act: go(`${LINKEDIN}/in/zanzibar-quispel/`), word: 'networking' },
    { name: 'a post', act: go(`${LINKEDIN}/posts/zanzibar-quispel-1/`), word: 'publishing' },
    { name: 'administration', act: go(`${LINKEDIN}/company/quispel/admin/`), word: 'marketing' },
    { name: 'a course', act: go(`${LINKEDIN}/learning/zanzibar/`), word: 'learning' },
    { name: 'Sales Navigator', act: go(`${LINKEDIN}/sales/home`), word: 'sales' },
    { name: 'Recruiter', act: go(`${LINKEDIN}/talent/home`), word: 'recruiting' },
    { name: 'job search', act: go(`${LINKEDIN}/jobs/`), word: 'private' },
    { name: 'help', act: go(`${LINKEDIN}/help/`), word: 'other' },
    { name: 'the feed', act: go(`${LINKEDIN}/feed/`), word: 'feed' },
    { name: 'another program', act: (hands) => hands.toOtherProgram(), word: 'away' },
    { name: 'the browser again', act: (hands) => hands.toBrowser(), word: 'feed' },
    { name: 'minimised', act: (hands) => hands.minimise(), word: 'away' },
    { name: 'and brought back', act: (hands) => hands.toBrowser(), word: 'feed' },
    { name: 'a new tab', act: press('ctrl+t'), word: 'elsewhere' },
    { name: 'LinkedIn there', act: go(`${LINKEDIN}/messaging/thread/1/`), word: 'messaging' },
    { name: 'the first tab', act: press('ctrl+Page_Up'), word: 'feed' },
    { name: 'the second tab', act: press('ctrl+Page_Down'), word: 'messaging' },
    { name: 'a tab is closed', act: press('ctrl+w'), word: 'feed' },
    { name: 'and brought back', act: press('ctrl+shift+t'), word: 'messaging' },
    { name: 'and closed again', act: press('ctrl+w'), word: 'feed' },
    { name: 'a second window', act: press('ctrl+n'), word: 'elsewhere' },
    { name: 'LinkedIn there', act: go(`${LINKEDIN}/notifications/`), word: 'notifications' },
    { name: 'the first window', act: (hands) => hands.toBrowser(), word: 'feed' },
    { name: 'another program', act: (hands) => hands.toOtherProgram(), word: 'away' },
    { name: 'the first window', act: (hands) => hands.toBrowser(), word: 'feed' },
    { name: 'a private window', act: press(keys.privateWindow), word: 'away' },
    { name: 'LinkedIn there', act: go(`${LINKEDIN}/messaging/`), word: 'away', stays: true },
    { name: 'the first window', act: (hands) => hands.toBrowser(), word: 'feed' },
    { name: 'a menu', act: press('F10'), word: 'feed', stays: true },
    { name: 'no menu', act: press('Escape', 'Escape'), word: 'feed', stays: true },
    { name: 'the host is killed', act: (hands) => hands.killHost(), word: 'feed' },
    { name: 'what comes after', act: press('m'), word: 'messaging' },
  ];
}
