import type { Locator } from 'playwright-core';

/** The texts of a table, a row each, the head included. */
export async function tableCells(table: Locator): Promise<string[][]> {
  return await table.evaluate((element) =>
    [...element.querySelectorAll('tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    ),
  );
}
