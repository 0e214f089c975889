import { expect, test } from 'vitest';
import { changesOf, isVersion, releaseChanges } from '../../../build/changelog.ts';

const BEFORE = `# Changelog

## [Unreleased]

### Added

- A thing.

## [1.0.0] - 2026-10-01

### Added

- The first one.
`;

test('a release takes what is not released yet, and leaves the title for what comes', () => {
  const after = releaseChanges(BEFORE, '1.1.0', '2026-11-23');
  expect(after).toBe(
    BEFORE.replace('## [Unreleased]', '## [Unreleased]\n\n## [1.1.0] - 2026-11-23'),
  );
  expect(changesOf(after, '1.1.0')).toBe('### Added\n\n- A thing.');
  expect(changesOf(after, 'Unreleased')).toBe('');
  expect(changesOf(after, '1.0.0')).toBe('### Added\n\n- The first one.');
  expect(changesOf(after, '9.9.9')).toBe('');
});

test('nothing is released twice, and nothing empty', () => {
  expect(() => releaseChanges(BEFORE, '1.0.0', '2026-11-23')).toThrow('has 1.0.0 already');
  const after = releaseChanges(BEFORE, '1.1.0', '2026-11-23');
  expect(() => releaseChanges(after, '1.2.0', '2026-11-24')).toThrow('nothing to release');
});

test.each([
  ['1.2.0', true],
  ['0.1.0', true],
  ['1.2.0-beta.1', true],
  ['v1.2.0', false],
  ['1.2', false],
  ['01.2.0', false],
  ['1.2.0; rm', false],
  ['', false],
])('"%s" is a version: %s', (text, expected) => {
  expect(isVersion(text)).toBe(expected);
});
