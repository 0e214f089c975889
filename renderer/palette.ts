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
      messaging: '#29857e',
      publishing: '#7d2368',
      learning: '#776a00',
      sales: '#9d8353',
      recruiting: '#7d331a',
      marketing: '#876ad9',
      feed: '#7089a8',
      notifications: '#60584d',
      other: '#383d45',
      jobs: '#807b76',
      private: '#807b76',
    },
  },
  dark: {
    body: '#15171a',
    panel: '#1c1f23',
    shade: '#24282d',
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
      networking: '#7f95f2',
      messaging: '#67d3cd',
      publishing: '#c972bb',
      learning: '#97cc89',
      sales: '#e7ad26',
      recruiting: '#d9714e',
      marketing: '#c0a5fd',
      feed: '#a1a9bd',
      notifications: '#baa27e',
      other: '#7e8590',
      jobs: '#8f8a85',
      private: '#8f8a85',
    },
  },
};
