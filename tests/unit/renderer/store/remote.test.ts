import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOADING, ready } from '../../../../renderer/store/remote.ts';

describe('ready', () => {
  const day = () => ({ nowMs: 1, spans: [{ endMs: 1 }, { endMs: 2 }], zone: { name: 'UTC' } });

  it('is what was there before where nothing has changed', () => {
    const before = ready(LOADING, day());
    expect(ready(before, day())).toBe(before);
  });

  it('keeps each part that has not changed, so that only the others are drawn anew', () => {
    const old = day();
    const value = { ...day(), nowMs: 2, spans: [{ endMs: 1 }, { endMs: 3 }] };
    const after = ready(ready(LOADING, old), value);
    expect(after).toEqual({
      status: 'ready',
      value: { nowMs: 2, spans: [{ endMs: 1 }, { endMs: 3 }], zone: { name: 'UTC' } },
    });
    expect(value.zone).toBe(old.zone);
    expect(value.spans[0]).toBe(old.spans[0]);
    expect(value.spans[1]).not.toBe(old.spans[1]);
  });

  it('says what the new value says, whatever was there before', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, value) => {
        const expected = structuredClone(value);
        expect(ready(ready(LOADING, before), value)).toEqual({ status: 'ready', value: expected });
      }),
    );
  });

  it('takes what failed or is another range as new, though it says the same', () => {
    const value = day();
    const after = ready({ status: 'changing', value }, day());
    expect(after.status).toBe('ready');
  });
});
