import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** One rule that a page breaks, and where. */
export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly where: readonly string[];
}

/**
 * Runs every rule of axe-core on the page as it is shown, best practices included.
 *
 * @returns what is broken, of any impact.
 */
export async function violationsOf(page: Page): Promise<Violation[]> {
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
