import { expect, test } from 'vitest';
import { daysOfRange } from '../../../../renderer/features/report/ranges.ts';

const FREE = { from: '2024-02-28', to: '2024-03-01' };

test.each([
  ['this-week', '2026-11-22', '2026-11-16', '2026-11-22'],
  ['last-week', '2026-01-01', '2025-12-22', '2025-12-28'],
  ['this-month', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['this-quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
  ['this-quarter', '2026-02-28', '2026-01-01', '2026-03-31'],
  ['last-quarter', '2026-02-28', '2025-10-01', '2025-12-31'],
  ['free', '2026-02-28', FREE.from, FREE.to],
] as const)('%s seen from %s is %s to %s', (range, today, from, to) => {
  expect(daysOfRange(range, today, FREE)).toEqual({ from, to });
});
