import type { LinkedInActivity } from '../shared/domain/activity.ts';

/** The colours of one colour scheme. */
export interface Palette {
  /** Behind everything. */
  readonly body: string;
  /** Behind a card. */
  readonly panel: string;
  /** Working time in the timeline, and what the pointer is on. */
  readonly shade: string;
  /** Hairlines and borders. */
  readonly line: string;
  /** Edges of buttons. */
  readonly edge: string;
  /** Edges of fields, axis lines and other graphics that carry meaning. */
  readonly axis: string;
  readonly ink: string;
  /** Text of less weight. */
  readonly muted: string;
  /** The one accent: what is chosen, what can be pressed, the counted time. */
  readonly accent: string;
  /** Text and icons on the accent. */
  readonly onAccent: string;
  /** The agreed block. */
  readonly band: string;
  /** The agreed block on the ring, which lies on the ring's own track. */
  readonly bandSoft: string;
  /** Edge of the agreed block. */
  readonly bandEdge: string;
  readonly activities: Readonly<Record<LinkedInActivity, string>>;
}

/**
 * Every colour of the app. The activity colours keep 3:1 to every surface they lie on, and stay
 * apart for people with deuteranopia and protanopia: tests/unit/renderer/palette.test.ts reckons it.
 */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    body: '#faf9f7',
    panel: '#ffffff',
    shade: '#f3f1ec',
    line: '#e6e2da',
    edge: '#d3cec3',
    axis: '#8b8579',
    ink: '#1d2126',
    muted: '#5f635f',
    accent: '#0f6b63',
    onAccent: '#ffffff',
    band: '#e1eeeb',
    bandSoft: '#b9dcd7',
    bandEdge: '#3f8d85',
    activities: {
      networking: '#4b5ec0',
      messaging: '#1f7a7a',
      publishing: '#7a2169',
      learning: '#77660b',
      sales: '#9c844c',
      recruiting: '#75311e',
      marketing: '#8569dd',
      feed: '#6f89a8',
      notifications: '#60584d',
      other: '#30343c',
      jobs: '#8b867d',
      private: '#8b867d',
    },
  },
  dark: {
    body: '#15171a',
    panel: '#1c1f23',
    shade: '#272b30',
    line: '#2f343a',
    edge: '#454b53',
    axis: '#7b828b',
    ink: '#eceae6',
    muted: '#a5abb2',
    accent: '#67cabe',
    onAccent: '#0b1f1d',
    band: '#1d3331',
    bandSoft: '#2c5c57',
    bandEdge: '#4a9c93',
    activities: {
      networking: '#8096f3',
      messaging: '#68d2d1',
      publishing: '#c671b6',
      learning: '#96cc89',
      sales: '#e8ac07',
      recruiting: '#d9714d',
      marketing: '#c3b2ff',
      feed: '#a1a7bd',
      notifications: '#bca179',
      other: '#727a86',
      jobs: '#d9dfd8',
      private: '#d9dfd8',
    },
  },
};
