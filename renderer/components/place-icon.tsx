import type { Place } from '../../shared/domain/figures.ts';

/** Where the dot stands next to the two lines of the block; null draws no dot. */
const DOT_Y: Readonly<Record<Place, number | null>> = {
  over: 3,
  'sweet-spot': 8,
  room: 13,
  'no-data': null,
  'to-come': null,
};

/** A day's place as a shape of 16 by 16: a dot below, inside or above the two lines of the block. */
export function PlaceShape({ place }: { readonly place: Place }) {
  const y = DOT_Y[place];
  return (
    <>
      <path
        d="M2 5.5h12M2 10.5h12"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.3}
        strokeLinecap="round"
        strokeDasharray={y === null ? '1.5 2.5' : undefined}
      />
      {y === null ? null : <circle cx={8} cy={y} r={2.2} fill="currentColor" />}
    </>
  );
}

/** A day's place as an icon beside its name. */
export function PlaceIcon({ place }: { readonly place: Place }) {
  return (
    <svg className="icon" width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      <PlaceShape place={place} />
    </svg>
  );
}
