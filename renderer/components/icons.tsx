import type { ReactNode } from 'react';
import type { TrackerState } from '../../shared/ipc/views.ts';

function Icon({ children, size = 20 }: { readonly children: ReactNode; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** The product's mark: a spot inside its band. */
export function Mark() {
  return (
    <svg width={28} height={28} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path
        d="M5.2 20.6 A11 11 0 1 1 22.8 20.6"
        fill="none"
        stroke="var(--sweet-line)"
        strokeWidth={4}
        strokeLinecap="round"
      />
      <path
        d="M9.2 4.1 A11 11 0 0 1 22.9 7.5"
        fill="none"
        stroke="var(--sweet-accent)"
        strokeWidth={4}
        strokeLinecap="round"
      />
      <circle cx={14} cy={14} r={3.4} fill="var(--sweet-accent)" />
    </svg>
  );
}

export function TodayIcon() {
  return (
    <Icon>
      <circle cx={10} cy={10} r={7} />
      <path d="M10 6v4l2.6 1.8" />
    </Icon>
  );
}

export function TrendsIcon() {
  return (
    <Icon>
      <path d="M3.5 16.5h13M4 12.5l3.5-3.6 3 2.4 5.5-6" />
    </Icon>
  );
}

export function WeekIcon() {
  return (
    <Icon>
      <path d="M3.5 16.5h13M5.5 13.5v-4M10 13.5v-9M14.5 13.5v-6" />
    </Icon>
  );
}

export function AgreementIcon() {
  return (
    <Icon>
      <path d="M5 3.5h7l3 3v10H5Z" />
      <path d="M7.5 9.5h5M7.5 12.5h3" />
    </Icon>
  );
}

export function HoursIcon() {
  return (
    <Icon>
      <rect x={3.5} y={4.5} width={13} height={12} rx={1.5} />
      <path d="M3.5 8.5h13M7 3v3M13 3v3M7 12h6" />
    </Icon>
  );
}

export function PrivacyIcon() {
  return (
    <Icon>
      <path d="M10 3 4.5 5v4.6c0 3.4 2.2 6 5.5 7.4 3.3-1.4 5.5-4 5.5-7.4V5Z" />
      <path d="m7.6 10 1.7 1.7 3.2-3.4" />
    </Icon>
  );
}

export function ReportIcon() {
  return (
    <Icon>
      <path d="M5 3.5h6.5L15 7v9.5H5ZM11.5 3.5V7H15M7.5 10.5h5M7.5 13.3h5" />
    </Icon>
  );
}

export function FindIcon() {
  return (
    <Icon size={18}>
      <circle cx={8.75} cy={8.75} r={5.25} />
      <path d="M12.75 12.75l4 4" />
    </Icon>
  );
}

export function KeysIcon() {
  return (
    <Icon size={18}>
      <rect x={2} y={5} width={16} height={10} rx={2} />
      <path d="M5.5 8.5h0M8.5 8.5h0M11.5 8.5h0M14.5 8.5h0M7 12h6" />
    </Icon>
  );
}

export function SettingsIcon() {
  return (
    <Icon>
      <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
      <circle cx={12} cy={6} r={2} />
      <circle cx={8} cy={14} r={2} />
    </Icon>
  );
}

export function RulesIcon() {
  return (
    <Icon>
      <path d="M9 5h8M9 10h8M9 15h8M3.2 5.2l1.2 1.2 2-2.4M3.2 15.2l1.2 1.2 2-2.4M3.5 10h2.6" />
    </Icon>
  );
}

export function UpIcon() {
  return (
    <Icon size={16}>
      <path d="M10 16V4M5 9l5-5 5 5" />
    </Icon>
  );
}

export function DownIcon() {
  return (
    <Icon size={16}>
      <path d="M10 4v12M5 11l5 5 5-5" />
    </Icon>
  );
}

export function EditIcon() {
  return (
    <Icon size={16}>
      <path d="M4 16l.8-3.4L13 4.4a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2 4 16Z" />
    </Icon>
  );
}

export function ChevronIcon({ turned }: { readonly turned: boolean }) {
  return (
    <svg
      className={turned ? 'chevron chevron-turned' : 'chevron'}
      width={12}
      height={12}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M4.5 2.5 8 6l-3.5 3.5"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function PreviousIcon() {
  return (
    <Icon>
      <path d="M12 5 7 10l5 5" />
    </Icon>
  );
}

export function NextIcon() {
  return (
    <Icon>
      <path d="m8 5 5 5-5 5" />
    </Icon>
  );
}

export function SaveIcon() {
  return (
    <Icon size={18}>
      <path d="M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12" />
    </Icon>
  );
}

export function AddIcon() {
  return (
    <Icon size={16}>
      <path d="M10 4v12M4 10h12" />
    </Icon>
  );
}

export function RemoveIcon() {
  return (
    <Icon size={16}>
      <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />
    </Icon>
  );
}

export function MoreIcon() {
  return (
    <Icon size={16}>
      <path d="M4 10h.01M10 10h.01M16 10h.01" strokeWidth={2.6} />
    </Icon>
  );
}

export function HelpIcon() {
  return (
    <Icon size={16}>
      <circle cx={10} cy={10} r={8} />
      <path d="M7.8 7.8a2.3 2.3 0 1 1 3.3 2.1c-.8.4-1.1.9-1.1 1.6M10 14.2v.1" />
    </Icon>
  );
}

/** Each state of the tracker has a shape of its own, so that no colour is needed to tell them apart. */
const STATE_SHAPES: Readonly<Record<TrackerState, ReactNode>> = {
  tracking: (
    <>
      <circle cx={10} cy={10} r={7} />
      <circle cx={10} cy={10} r={3} fill="currentColor" stroke="none" />
    </>
  ),
  idle: <path d="M15.5 12.3A6.5 6.5 0 1 1 8 4.4a5.2 5.2 0 0 0 7.5 7.9Z" />,
  locked: (
    <>
      <rect x={4.5} y={9} width={11} height={7.5} rx={1.5} />
      <path d="M7 9V6.8a3 3 0 0 1 6 0V9" />
    </>
  ),
  paused: <path d="M7 5v10M13 5v10" strokeWidth={2.6} />,
  'outside-hours': (
    <>
      <circle cx={10} cy={10} r={7} strokeDasharray="2.4 2.6" />
      <path d="M10 6.5V10l2.2 1.5" />
    </>
  ),
  'not-measured': (
    <>
      <path d="M10 3.5 17 16H3Z" />
      <path d="M10 8.5v3.4M10 13.9v.1" />
    </>
  ),
};

export function TrackerIcon({ state }: { readonly state: TrackerState }) {
  return <Icon>{STATE_SHAPES[state]}</Icon>;
}
