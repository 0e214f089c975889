import { expect, test } from 'vitest';
import { placeOf } from '../../../../renderer/features/rules/use-rule-draft.ts';
import type { UserRule } from '../../../../shared/settings/settings.ts';

const rule = (text: string): UserRule => ({
  field: 'title',
  match: 'contains',
  text,
  activity: 'networking',
});

test('a kept rule is found where its rule is by now, and is a new one where that is gone', () => {
  const changed = { changes: rule('b'), rule: rule('better') };
  expect(placeOf(changed, [rule('a'), rule('b')])).toEqual({ at: 1, rule: rule('better') });
  expect(placeOf(changed, [rule('b'), rule('a')]).at).toBe(0);
  expect(placeOf(changed, [rule('a'), { ...rule('b'), activity: 'sales' }]).at).toBe(2);
  expect(placeOf({ changes: null, rule: rule('a') }, [rule('a')]).at).toBe(1);
});
