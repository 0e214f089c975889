import { describe, expect, it } from 'vitest';
import { unknownProfile } from '../../../../renderer/features/rules/unknown-profile.ts';
import { createClassifier } from '../../../../shared/linkedin/classify.ts';

const EDGE = 'Feed | LinkedIn - Marieke - Microsoft\u200b Edge';

describe('a profile that is not known', () => {
  it('is what stands before the browser', () => {
    expect(unknownProfile(EDGE)).toBe('Marieke - Microsoft Edge');
    expect(unknownProfile('(3) Feed | LinkedIn \u2014 Acme BV \u2014 Mozilla Firefox')).toBe(
      'Acme BV - Mozilla Firefox',
    );
  });

  it('is nothing in titles without one, of other sites and of other browsers', () => {
    for (const title of [
      '',
      'Feed | LinkedIn',
      'Feed | LinkedIn - Microsoft Edge',
      'Inbox - Marieke - Microsoft Edge',
      'Feed | LinkedIn - Marieke - Google Chrome',
      'LinkedIn tips - A | B - Microsoft Edge',
    ]) {
      expect(unknownProfile(title)).toBeUndefined();
    }
  });

  it('makes the title understood once it is in the list of browsers', () => {
    const options = { rules: [], ignorePrivateWindows: true };
    const sample = { app: 'msedge.exe', title: EDGE };
    expect(createClassifier({ ...options, browsers: [] })(sample).activity).toBe('elsewhere');
    const browsers = [unknownProfile(EDGE) ?? ''];
    expect(createClassifier({ ...options, browsers })(sample).activity).toBe('feed');
  });
});
