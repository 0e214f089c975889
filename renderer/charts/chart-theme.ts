import type { LinkedInActivity } from '../../shared/domain/activity.ts';
import type { Purpose } from '../../shared/domain/agreement.ts';

/** How an activity is textured, so that colour is never the only sign. */
export type Texture = 'plain' | 'diagonal' | 'counter' | 'dots' | 'bars' | 'rows' | 'cross';

/** Doing is plain or boldly textured, reading finely; neighbours in the stack always differ. */
export const TEXTURES: Readonly<Record<LinkedInActivity, Texture>> = {
  networking: 'plain',
  messaging: 'diagonal',
  publishing: 'plain',
  learning: 'dots',
  sales: 'plain',
  recruiting: 'bars',
  marketing: 'cross',
  feed: 'plain',
  notifications: 'rows',
  other: 'counter',
  jobs: 'dots',
  private: 'dots',
};

/** CSS variable of an activity's colour. */
export function activityColour(activity: LinkedInActivity): string {
  return `var(--activity-${activity})`;
}

/** Fill of an activity in a chart: its colour with its texture. */
export function activityFill(activity: LinkedInActivity): string {
  return TEXTURES[activity] === 'plain' ? activityColour(activity) : `url(#fill-${activity})`;
}

/** Fill of time that was not measured. */
export const NOT_MEASURED_FILL = 'url(#fill-not-measured)';
/** Fill of LinkedIn time outside working time. */
export const OUTSIDE_FILL = 'url(#fill-outside)';

/** Colours of everything in a chart that is not an activity. */
export const COLOURS = {
  ink: 'var(--sweet-ink)',
  muted: 'var(--sweet-muted)',
  axis: 'var(--sweet-axis)',
  line: 'var(--sweet-line)',
  panel: 'var(--sweet-panel)',
  shade: 'var(--sweet-shade)',
  accent: 'var(--sweet-accent)',
  band: 'var(--sweet-band)',
  bandEdge: 'var(--sweet-bandedge)',
} as const;

/** Fills of purposes. */
export const PURPOSE_FILLS: Readonly<Record<Purpose, string>> = {
  business: COLOURS.accent,
  neutral: 'url(#fill-share)',
  private: activityFill('private'),
};

/** Text on axes. */
export const TICK = { fill: COLOURS.muted, fontSize: 12 } as const;

/** Live figures change by themselves all the time, so nothing in a chart ever moves on its own. */
export const MOTION = { isAnimationActive: false } as const;
