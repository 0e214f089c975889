/** A moment and a place at which every test has to hold. */
export interface Moment {
  readonly name: string;
  /** When the tests start, with the offset that holds then. After whatever the fixtures are of. */
  readonly at: string;
  /** The machine's zone. */
  readonly zone: string;
  /** The machine's language and formats. */
  readonly locale: string;
}

/** Seconds before something changes, so that it does so in the middle of the first tests. */
export const MOMENTS: readonly Moment[] = [
  {
    name: 'monday',
    at: '2027-03-01T10:00:00+01:00',
    zone: 'Europe/Amsterdam',
    locale: 'nl_NL.UTF-8',
  },
  {
    name: 'sunday-midnight',
    at: '2027-01-31T23:59:30+01:00',
    zone: 'Europe/Amsterdam',
    locale: 'en_US.UTF-8',
  },
  {
    name: 'amsterdam-spring',
    at: '2027-03-28T01:59:30+01:00',
    zone: 'Europe/Amsterdam',
    locale: 'nl_NL.UTF-8',
  },
  {
    name: 'amsterdam-autumn',
    at: '2027-10-31T02:59:30+02:00',
    zone: 'Europe/Amsterdam',
    locale: 'tr_TR.UTF-8',
  },
  {
    name: 'new-york-spring',
    at: '2027-03-14T01:59:30-05:00',
    zone: 'America/New_York',
    locale: 'en_US.UTF-8',
  },
  {
    name: 'new-york-autumn',
    at: '2027-11-07T01:59:30-04:00',
    zone: 'America/New_York',
    locale: 'en_US.UTF-8',
  },
  {
    name: 'new-year',
    at: '2026-12-31T23:59:30+13:00',
    zone: 'Pacific/Auckland',
    locale: 'tr_TR.UTF-8',
  },
  {
    name: 'leap-day',
    at: '2028-02-29T13:00:00-10:00',
    zone: 'Pacific/Honolulu',
    locale: 'nl_NL.UTF-8',
  },
  {
    name: 'end-of-work',
    at: '2027-06-18T17:29:30+05:45',
    zone: 'Asia/Kathmandu',
    locale: 'tr_TR.UTF-8',
  },
];
