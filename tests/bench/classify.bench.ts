import { createClassifier } from '../../shared/linkedin/classify.ts';
import type { WindowSample } from '../../shared/domain/window-sample.ts';
import type { UserRule } from '../../shared/settings/settings.ts';

/** One figure of a benchmark. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Titles as they come by in a day, `#` being what makes each of them distinct. */
const TITLES: readonly (readonly [app: string, title: string])[] = [
  ['Google Chrome', '(#) Feed | LinkedIn - Google Chrome'],
  ['chrome.exe', 'Name# Lastname | LinkedIn - Google Chrome'],
  ['msedge.exe', '(#) Berichten | LinkedIn en nog 3 andere pagina’s - Werk - Microsoft\u200b Edge'],
  ['firefox', 'Name# Lastname | Software Engineer at Acme | LinkedIn — Mozilla Firefox'],
  ['Google Chrome', 'Acme # hiring Product Manager in Utrecht, Netherlands | LinkedIn'],
  ['msedge.exe', 'Course # Online Class | LinkedIn Learning - Personal - Microsoft\u200b Edge'],
  ['Safari', 'Fil d’actualité | LinkedIn (#)'],
  ['Google Chrome', 'Search result # - Google Search - Google Chrome'],
  ['Google Chrome', 'How we write software, part # | Example Blog - Google Chrome'],
  ['firefox', 'Pull request #: fix the build · acme/tool · GitHub — Mozilla Firefox'],
  ['msedge.exe', 'Inbox (#) - Outlook and 12 more pages - Work - Microsoft\u200b Edge'],
  ['chrome.exe', 'LinkedIn tips, part # - YouTube - Google Chrome'],
  ['Code.exe', 'file#.ts - project - Visual Studio Code'],
  ['Slack', 'general (#) - Acme - Slack'],
  ['WINWORD.EXE', 'Report # - Word'],
  ['Brave', 'Meldingen (#) | LinkedIn - Brave'],
];

const ROUNDS = 15;

function samples(count: number): WindowSample[] {
  return Array.from({ length: count }, (_, index) => {
    const [app, title] = TITLES[index % TITLES.length] ?? ['', ''];
    return { app, title: title.replace('#', String(index)) };
  });
}

function userRules(count: number): UserRule[] {
  const matches = ['contains', 'starts', 'ends', 'equals', 'glob'] as const;
  return Array.from({ length: count }, (_, index) => {
    const match = matches[index % matches.length] ?? 'contains';
    const text = match === 'glob' ? `*customer ${index} *review?` : `customer ${index} review`;
    return { field: 'title', match, text, activity: 'networking' };
  });
}

function classifier(rules: readonly UserRule[]) {
  return createClassifier({ rules, browsers: [], ignorePrivateWindows: true });
}

/** Shortest time of some rounds, in milliseconds; the first, which warms up, does not count. */
function shortest(run: () => void): number {
  run();
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Samples a second. */
function rate(rules: readonly UserRule[], list: readonly WindowSample[]): number {
  const classify = classifier(rules);
  const ms = shortest(() => {
    for (const sample of list) classify(sample);
  });
  return Math.round((list.length / ms) * 1000);
}

/** Microseconds for one sample. */
function cost(rules: readonly UserRule[], title: string, url?: string): number {
  const classify = classifier(rules);
  const ms = shortest(() => {
    for (let i = 0; i < 50; i++) classify({ app: 'Google Chrome', title, url });
  });
  return Math.round((ms / 50) * 10_000) / 10;
}

/** Speed of the classification on one core, with ordinary and with hostile input. */
export function benchClassify(): Figure[] {
  const titles = samples(16_000);
  const onLinkedIn = titles.filter(({ title }) => title.includes('| LinkedIn'));
  const urls = titles.map((sample, index) => {
    return { ...sample, url: `https://www.linkedin.com/company/acme-${index}/posts/?x=${index}` };
  });
  const many = userRules(10_000);
  const alike = Array.from({ length: 10_000 }, (_, index): UserRule => {
    const text = `*${'a*'.repeat(1 + (index % 200))}b${index}`;
    return { field: 'title', match: 'glob', text, activity: 'feed' };
  });
  const megabyte = 'a'.repeat(1_000_000);
  const built = shortest(() => classifier(many));
  return [
    { name: 'classify titles, mixed', value: rate([], titles), unit: 'titles/s' },
    {
      name: 'classify titles, 200 user rules',
      value: rate(userRules(200), titles),
      unit: 'titles/s',
    },
    { name: 'classify titles, 10,000 user rules', value: rate(many, titles), unit: 'titles/s' },
    { name: 'classify titles, LinkedIn alone', value: rate([], onLinkedIn), unit: 'titles/s' },
    { name: 'classify URLs', value: rate([], urls), unit: 'URLs/s' },
    { name: 'classify a title of 1 kB', value: cost([], megabyte.slice(0, 1000)), unit: 'µs' },
    { name: 'classify a title of 1 MB', value: cost([], megabyte), unit: 'µs' },
    {
      name: 'classify a title of 1 MB, accents',
      value: cost([], 'é\u200b|'.repeat(333_333)),
      unit: 'µs',
    },
    {
      name: 'classify a title of 1 MB, dashes',
      value: cost([], `LinkedIn${' - '.repeat(333_333)}`),
      unit: 'µs',
    },
    {
      name: 'classify a URL of 1 MB',
      value: cost([], '', `https://linkedin.com/${megabyte}`),
      unit: 'µs',
    },
    {
      name: 'classify a title of 1 MB, 10,000 globs',
      value: cost(alike, 'ab'.repeat(500_000)),
      unit: 'µs',
    },
    {
      name: 'build a classifier, 10,000 user rules',
      value: Math.round(built * 10) / 10,
      unit: 'ms',
    },
  ];
}

if (import.meta.main) {
  for (const figure of benchClassify()) process.stdout.write(`${JSON.stringify(figure)}\n`);
}
