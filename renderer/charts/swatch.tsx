import type { LinkedInActivity } from '../../shared/domain/activity.ts';
import type { Purpose } from '../../shared/domain/agreement.ts';
import { activityFill, NOT_MEASURED_FILL, OUTSIDE_FILL, PURPOSE_FILLS } from './chart-theme.ts';

/** What a swatch stands for. */
export type SwatchKind =
  | LinkedInActivity
  | Exclude<Purpose, 'private'>
  | 'outside'
  | 'not-measured'
  | 'band'
  | 'window'
  | 'before'
  | 'working'
  | 'allowance';

function fillOf(kind: Exclude<SwatchKind, 'allowance'>): string {
  switch (kind) {
    case 'outside':
      return OUTSIDE_FILL;
    case 'not-measured':
      return NOT_MEASURED_FILL;
    case 'business':
    case 'neutral':
      return PURPOSE_FILLS[kind];
    case 'band':
      return 'var(--sweet-band)';
    case 'window':
    case 'before':
      return 'none';
    case 'working':
      return 'var(--sweet-shade)';
    default:
      return activityFill(kind);
  }
}

function strokeOf(kind: SwatchKind): string | undefined {
  switch (kind) {
    case 'outside':
    case 'not-measured':
    case 'working':
    case 'before':
      return 'var(--sweet-axis)';
    case 'band':
    case 'window':
      return 'var(--sweet-bandedge)';
    default:
      return undefined;
  }
}

/** A line across a bar. */
function LineSwatch() {
  return (
    <svg className="swatch" width={14} height={14} aria-hidden="true" focusable="false">
      <path d="M0,7h14" stroke="var(--sweet-ink)" strokeWidth={2} />
    </svg>
  );
}

/** A small sample of a chart's fill, beside the words that say what it is. */
export function Swatch({ kind }: { readonly kind: SwatchKind }) {
  if (kind === 'allowance') return <LineSwatch />;
  const stroke = strokeOf(kind);
  return (
    <svg className="swatch" width={14} height={14} aria-hidden="true" focusable="false">
      <rect
        x={stroke ? 0.5 : 0}
        y={stroke ? 0.5 : 0}
        width={stroke ? 13 : 14}
        height={stroke ? 13 : 14}
        rx={3}
        fill={fillOf(kind)}
        {...(stroke ? { stroke } : {})}
        {...(kind === 'window' || kind === 'before' ? { strokeDasharray: '3 2' } : {})}
      />
    </svg>
  );
}
