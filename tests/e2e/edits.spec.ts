/** @file Time that is put right by hand, by keyboard alone and with the mouse, through the built app. Dragging is the mouse's alone. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import type { SpanRow } from '../../shared/domain/report.ts';
import { runCli } from '../support/cli.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { WAYS } from '../support/ways.ts';

const scripted = useScriptedApp();

/** Spans as the command line reports them: from when on the wall until when, with `*` where by hand. */
async function reported(dir: string): Promise<string[]> {
  const day = (offset: number) =>
    new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const args = ['report', '--data', dir, '--from', day(-3), '--to', day(1), '--by', 'span'];
  const { stdout } = await runCli(args, { env: { TZ: process.env['TZ'] ?? 'UTC' } });
  const rows = JSON.parse(stdout) as SpanRow[];
  return rows.map(({ activity, start, end, manual }) => {
    return `${activity}${manual ? '*' : ''} ${start.slice(11, 19)} ${end.slice(11, 19)}`;
  });
}

/** Types times into the dialog that is open, and saves with Enter. */
async function type(page: Page, from: string, until: string): Promise<void> {
  await page.getByLabel('From').fill(from);
  await page.getByLabel('Until').fill(until);
  await page.getByLabel('Until').press('Enter');
}

async function openYesterday() {
  scripted.show({ app: 'Code', title: 'main.ts - project - Visual Studio Code' });
  const dir = await scripted.dataDir();
  const { page } = await scripted.launch(dir);
  await page.getByRole('button', { name: 'Previous day' }).click();
  const add = page.getByRole('button', { name: 'Add time' });
  await add.waitFor();
  return { dir, page, add };
}

describe.each(WAYS)('by $name', (way) => {
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const stretch = async (page: Page, from: string, until: string) => {
    await way.fill(page.getByLabel('From'), from);
    await way.fill(page.getByLabel('Until'), until);
    await way.press(button(page, 'Save'));
  };

  test('time that was not measured is added, marked, and replaces nothing unsaid', async () => {
    const { dir, page, add } = await openYesterday();
    await way.press(add);
    await stretch(page, '12:10', '12:25');
    await page
      .getByRole('rowheader', { name: /^Networking/ })
      .getByText('entered by hand')
      .waitFor();
    await page.getByText('Networking was added by hand.', { exact: true }).waitFor();
    expect(await reported(dir)).toEqual(['networking* 12:10:00 12:25:00']);

    await way.press(add);
    await stretch(page, '12:20', '12:30');
    await page.getByText('This takes the place of:').waitFor();
    await page.getByText(/Networking, 12:20.+12:25/).waitFor();
    expect(await reported(dir)).toEqual(['networking* 12:10:00 12:25:00']);
    await way.press(button(page, 'Replace'));
    await page.getByRole('cell', { name: /12:10.+12:30/ }).waitFor();
    expect(await reported(dir)).toEqual(['networking* 12:10:00 12:30:00']);

    await way.press(button(page, /^Undo: /).first());
    await page.getByRole('cell', { name: /12:10.+12:25/ }).waitFor();
    await way.press(button(page, /^Undo: /).first());
    await page.getByRole('rowheader', { name: /^Networking/ }).waitFor({ state: 'detached' });
    expect(await reported(dir)).toEqual([]);
  });

  test('a span gets other times, and is split', async () => {
    const { dir, page, add } = await openYesterday();
    await way.press(add);
    await stretch(page, '12:10', '12:25');
    const menu = button(page, /^Correct Networking/);
    await page.setViewportSize({ width: 1100, height: 560 });
    await way.press(menu);
    // It is longer than the window has room for, and stays within it.
    const box = await page.getByRole('menu').boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 560).toBe(true);
    await way.press(page.getByRole('menuitem', { name: 'Change times' }));
    await way.fill(page.getByLabel('Until'), '12:05');
    await page.getByText('The end has to come after the start.').waitFor();
    await way.fill(page.getByLabel('Until'), '12:40');
    await way.press(button(page, 'Save'));
    await page.getByRole('cell', { name: /12:10.+12:40/ }).waitFor();
    await page.getByText('The times of Networking were changed by hand.').first().waitFor();
    await way.press(menu);
    await way.press(page.getByRole('menuitem', { name: 'Change times' }));
    await way.fill(page.getByLabel('Split at'), '12:30');
    await way.press(page.getByRole('button', { name: 'Split', exact: true }));
    await page.getByRole('cell', { name: /12:30.+12:40/ }).waitFor();
    await page.getByText('Networking was split in two.', { exact: true }).waitFor();
    expect(await reported(dir)).toEqual([
      'networking* 12:10:00 12:30:00',
      'networking* 12:30:00 12:40:00',
    ]);
  });
});

test('with the mouse, an end is dragged on the timeline, and time where there was none; by keys both are typed, as above', async () => {
  const { dir, page, add } = await openYesterday();
  // Room for the timeline above what is said of a change.
  await page.setViewportSize({ width: 1200, height: 1100 });
  await add.click();
  await type(page, '12:10', '12:40');
  await page.getByRole('cell', { name: /12:10.+12:40/ }).waitFor();
  const timeline = page.getByRole('application', { name: 'Timeline' });
  const bar = timeline.locator('rect[fill*="networking"]');
  const boxOf = async (which = bar) => {
    // A dialog that closes gives the focus back, and the page follows it.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await timeline.scrollIntoViewIfNeeded();
    const box = await which.boundingBox();
    if (!box) throw new Error('There is no bar');
    return { ...box, y: box.y + box.height / 2 };
  };
  const drag = async (from: { x: number; y: number }, toX: number) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(toX, from.y, { steps: 4 });
    await page.mouse.up();
  };
  const before = await boxOf();
  await drag({ x: before.x + before.width, y: before.y }, before.x + before.width * 2);
  await page.getByRole('cell', { name: /12:10.+\b(?:13|1):\d\d/ }).waitFor();
  const [longer = ''] = await reported(dir);
  expect(longer).toMatch(/^networking\* 12:10:00 13:\d\d:00$/);

  // Beside it there is nothing: what was there is asked for, and the times are filled in.
  const wider = await boxOf();
  await drag({ x: wider.x + wider.width + 20, y: wider.y }, wider.x + wider.width + 50);
  const dialog = page.getByRole('dialog', { name: 'Time that was not measured' });
  await dialog.waitFor();
  const filled = [
    await dialog.getByLabel('From').inputValue(),
    await dialog.getByLabel('Until').inputValue(),
  ];
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('rowheader', { name: /^Networking/ })
    .nth(1)
    .waitFor();
  expect((await reported(dir)).at(-1)).toBe(
    `networking* ${filled.map((time) => (time.length === 5 ? `${time}:00` : time)).join(' ')}`,
  );

  // What it would take the place of is said first.
  const box = await boxOf(bar.first());
  await drag({ x: box.x + box.width, y: box.y }, box.x + box.width + 35);
  await page.getByText('This takes the place of:').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  expect((await reported(dir))[0]).toBe(longer);
});

test('after each edit and each undo the window has the figures of the report, to the millisecond', async () => {
  scripted.show({ app: 'Code', title: 'main.ts - project - Visual Studio Code' });
  const dir = await scripted.dataDir();
  const { monday } = fillWithExample(dir);
  const thursday = addDays(monday, 3);
  const { page } = await scripted.launch(dir);
  const report = async (by: string, from: string, to: string) => {
    const args = ['report', '--data', dir, '--from', from, '--to', to, '--by', by];
    const { stdout } = await runCli([...args, '--include-private'], {
      env: { TZ: Intl.DateTimeFormat().resolvedOptions().timeZone },
    });
    return stdout;
  };
  /** Compares day and week; gives the counted time of the day. */
  const agree = async (): Promise<number> => {
    const shown = await page.evaluate(async (date) => {
      const { api } = window;
      const [day, week] = [await api.getDay(date), await api.getWeek(date)];
      return [day.figures, week.week].map((figures) => {
        const { countedMs, insideMs, outsideMs, workingMs, measuredMs, coverage } = figures;
        return { countedMs, insideMs, outsideMs, workingMs, measuredMs, coverage };
      });
    }, thursday);
    const [[day], [week]] = [
      JSON.parse(await report('day', thursday, thursday)) as [object],
      JSON.parse(await report('week', monday, addDays(monday, 6))) as [object],
    ];
    expect(day).toMatchObject(shown[0] ?? {});
    expect(week).toMatchObject(shown[1] ?? {});
    return shown[0]?.countedMs ?? -1;
  };
  const before = await report('span', monday, addDays(monday, 6));
  const [first] = await page.evaluate(
    async (date) =>
      (await window.api.getDay(date)).spans.filter(({ activity }) => activity !== 'elsewhere'),
    thursday,
  );
  const { startedAtMs = 0, endedAtMs = 0, zone = 'UTC' } = first ?? {};
  const counted = [await agree()];
  const edits = [
    // Odd milliseconds, which no rounding would keep.
    { kind: 'move', atMs: startedAtMs, startMs: startedAtMs + 12_345, endMs: endedAtMs + 678 },
    { kind: 'split', atMs: startedAtMs + 100_001 },
    {
      kind: 'add',
      startMs: endedAtMs + 60_003,
      endMs: endedAtMs + 360_010,
      activity: 'messaging',
      zone,
    },
  ] as const;
  for (const edit of edits) {
    expect(
      await page.evaluate(async (one) => (await window.api.editSpan(one, true)).done, edit),
    ).toBe(true);
    counted.push(await agree());
  }
  await page.evaluate(
    async (atMs) => window.api.relabelSpan(atMs, 'private'),
    startedAtMs + 50_000,
  );
  counted.push(await agree());
  expect(new Set(counted).size).toBeGreaterThan(3);
  for (let left = counted.length - 1; left > 0; left -= 1) {
    await page.evaluate(async () => {
      const [latest] = await window.api.getUndos();
      if (latest) await window.api.takeUndo(latest.id);
    });
    expect(await agree()).toBe(counted[left - 1]);
  }
  expect(await report('span', monday, addDays(monday, 6))).toBe(before);
});
