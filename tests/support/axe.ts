import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** One rule that a page breaks, and where. */
export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly where: readonly string[];
}

/**
 * Waits until nothing fades any more on a page, two frames long: a colour that a child inherits from one that
 * fades begins to fade after it. What has faded and stays so, or moves for ever, is at rest.
 */
async function restOf(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let still = 0; still < 2; await frame()) {
      const fades = document
        .getAnimations()
        .some(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        );
      still = fades ? 0 : still + 1;
    }
  });
}

/**
 * Runs every rule of axe-core on the page as it is shown once nothing fades any more, best practices included: what is
 * half transparent has no contrast yet.
 *
 * @returns what is broken, of any impact.
 */
export async function violationsOf(page: Page): Promise<Violation[]> {
  await restOf(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { run } = Reflect.get(window, 'axe') as typeof axe;
    const { violations } = await run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, nodes }) => ({
      rule: id,
      impact: String(impact),
      where: nodes.map(({ target, failureSummary }) =>
        `${target.join(' ')}: ${failureSummary ?? ''}`.replaceAll(/\s+/gu, ' '),
      ),
    }));
  });
}
