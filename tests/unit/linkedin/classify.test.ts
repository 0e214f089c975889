import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../shared/linkedin/classify.ts';
import { classify, classifyTitle, classifyUrl, DEFAULTS, readRows, type Row } from './support.ts';

/** Every row that came out wrong, with what it came out as. */
function wrong(rows: readonly Row[]): string[] {
  return rows.flatMap(({ line, sample, activities }) => {
    const { activity, rule } = classify(sample);
    if (activity !== null && activities.includes(activity)) return [];
    return [`line ${line}: ${sample.url ?? sample.title} is ${activity} by ${rule}`];
  });
}

describe.each(['titles.tsv', 'further-titles.tsv'])('the samples of %s', (name) => {
  const rows = readRows(name);

  it('are there', () => expect(rows.length).toBeGreaterThan(200));
  it('are all told right', () => expect(wrong(rows)).toEqual([]));
});

describe('the order of the rules', () => {
  it('takes an address before a title', () => {
    const sample = {
      app: 'Safari',
      title: 'Feed | LinkedIn',
      url: 'https://www.linkedin.com/jobs/',
    };
    expect(classify(sample)).toMatchObject({ activity: 'jobs', rule: 'url:/jobs' });
  });

  it('takes the address of another site before a title', () => {
    const sample = { app: 'Safari', title: 'Feed | LinkedIn', url: 'https://example.org/' };
    expect(classify(sample)).toMatchObject({ activity: 'elsewhere', rule: 'url:not-linkedin' });
  });

  it('takes the title where the address is empty', () => {
    expect(classify({ app: 'Safari', title: 'Feed | LinkedIn', url: '' }).activity).toBe('feed');
  });

  it('takes a private window for elsewhere, whatever its address', () => {
    const title = 'Feed | LinkedIn - Google Chrome (Incognito)';
    const sample = { app: 'Google Chrome', title, url: 'https://www.linkedin.com/feed/' };
    expect(classify(sample)).toMatchObject({ activity: 'elsewhere', rule: 'window:private' });
    const open = createClassifier({ ...DEFAULTS, ignorePrivateWindows: false });
    expect(open(sample).activity).toBe('feed');
    expect(open({ app: sample.app, title }).activity).toBe('feed');
  });

  it('takes a window for private that says so to a screen reader alone', () => {
    const url = 'https://www.linkedin.com/feed/';
    const of = (frameTitle: string, by = classify) =>
      by({ app: 'chromium', title: 'Feed | LinkedIn - Chromium', url, frameTitle }).rule;
    // As Chromium 156 names its windows there.
    expect(of('Feed | LinkedIn - Chromium (Incognito)')).toBe('window:private');
    expect(of('Feed | LinkedIn - Chromium (Guest)')).toBe('window:private');
    expect(of('Feed | LinkedIn - Chromium')).toBe('url:/feed');
    expect(of('Feed | LinkedIn - Chromium - Ana')).toBe('url:/feed');
    const open = createClassifier({ ...DEFAULTS, ignorePrivateWindows: false });
    expect(of('Feed | LinkedIn - Chromium (Incognito)', open)).toBe('url:/feed');
  });

  it('takes no address in a program that is no browser', () => {
    expect(classifyUrl('https://www.linkedin.com/feed/', 'Slack').rule).toBe('app:not-a-browser');
  });

  it("takes the user's rules before all of it", () => {
    const chosen = createClassifier({
      ...DEFAULTS,
      rules: [
        { field: 'title', match: 'contains', text: 'incognito', activity: 'sales' },
        { field: 'app', match: 'equals', text: 'Dux-Soup', activity: 'sales' },
        { field: 'url', match: 'contains', text: '/jobs/', activity: 'recruiting' },
      ],
    });
    const title = 'Feed | LinkedIn - Google Chrome (Incognito)';
    expect(chosen({ app: 'Google Chrome', title })).toMatchObject({
      activity: 'sales',
      rule: 'user:1',
    });
    expect(chosen({ app: 'Dux-Soup.exe', title: '' }).rule).toBe('user:2');
    const url = 'https://www.linkedin.com/jobs/view/1';
    expect(chosen({ app: 'Google Chrome', title: '', url }).rule).toBe('user:3');
    expect(chosen({ app: 'Google Chrome', title: 'Feed | LinkedIn' }).activity).toBe('feed');
  });

  it('leaves the lock screen out before anything else', () => {
    const rules = [
      { field: 'title', match: 'contains', text: 'LinkedIn', activity: 'feed' },
    ] as const;
    const chosen = createClassifier({ ...DEFAULTS, rules });
    for (const app of ['LockApp.exe', 'loginwindow', 'Ribbons.scr', 'lightdm-gtk-greeter']) {
      const { activity, lockScreen } = chosen({ app, title: 'Feed | LinkedIn' });
      expect({ activity, lockScreen }).toEqual({ activity: 'elsewhere', lockScreen: true });
    }
  });
});

describe('what a result says', () => {
  it('names the language and the section', () => {
    expect(classifyTitle('(2) Berichten | LinkedIn')).toEqual({
      activity: 'messaging',
      rule: 'words:nl:messaging',
      notice: false,
      lockScreen: false,
      guess: false,
    });
  });

  it('marks a notice', () => {
    const notice = { activity: 'messaging', notice: true };
    expect(classifyTitle('(1) New message from Jan Jansen | LinkedIn')).toMatchObject(notice);
    expect(classifyTitle('Luc Martin vous a envoyé un message | LinkedIn')).toMatchObject(notice);
    expect(classifyTitle('(1) Messaging | LinkedIn').notice).toBe(false);
  });

  it('marks a guess', () => {
    const titles = {
      'Jane Doe': 'guess:one-part',
      'Jane Doe | Engineer': 'guess:headline',
      'Engineer | Acme': 'guess:two-parts',
      Engineer: 'guess:role',
      'Why good teams argue | Jane Doe': 'guess:sentence',
      'Solving attribution with this model | Jane Doe': 'guess:sentence',
      'Manager, from Home to Office | Acme': 'guess:two-parts',
    };
    for (const [title, rule] of Object.entries(titles)) {
      expect(classifyTitle(`${title} | LinkedIn`)).toMatchObject({ rule, guess: true });
    }
    expect(classifyTitle('Feed | LinkedIn').guess).toBe(false);
  });

  it('never is private, since the shield comes later', () => {
    const rules = [
      { field: 'title', match: 'contains', text: 'feed', activity: 'private' },
    ] as const;
    const chosen = createClassifier({ ...DEFAULTS, rules });
    expect(chosen({ app: 'Safari', title: 'Feed | LinkedIn' }).activity).toBe('jobs');
  });
});

describe("the user's own browsers", () => {
  it('are browsers, by name or executable, and write their name', () => {
    const own = createClassifier({ ...DEFAULTS, browsers: ['Acme Surf'] });
    expect(own({ app: 'Acme Surf.exe', title: 'Feed | LinkedIn - Acme Surf' }).activity).toBe(
      'feed',
    );
    expect(own({ app: '/opt/acme/acme-surf', title: 'Feed | LinkedIn' }).activity).toBe('feed');
    expect(classify({ app: 'Acme Surf', title: 'Feed | LinkedIn' }).activity).toBe('elsewhere');
  });

  it('can name a profile that a browser writes before its name', () => {
    const title = 'Feed | LinkedIn - Marieke - Microsoft\u200b Edge';
    expect(classifyTitle(title, 'msedge.exe').activity).toBe('elsewhere');
    const own = createClassifier({ ...DEFAULTS, browsers: ['Marieke - Microsoft Edge'] });
    expect(own({ app: 'msedge.exe', title }).activity).toBe('feed');
  });
});
