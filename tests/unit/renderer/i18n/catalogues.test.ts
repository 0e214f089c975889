import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { en } from '../../../../renderer/i18n/en.ts';
import { nl } from '../../../../renderer/i18n/nl.ts';
import { ACTIVITIES } from '../../../../shared/domain/activity.ts';
import { FAILURE_CODES } from '../../../../shared/ipc/reply.ts';

interface Texts {
  readonly [key: string]: string | Texts;
}

/** Every text of a catalogue under its whole key. */
function flatten(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const CATALOGUES = { en: flatten(en), nl: flatten(nl) };
const RENDERER = join(import.meta.dirname, '../../../../renderer');

const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => {
    const text = readFileSync(join(RENDERER, name), 'utf8');
    return {
      name,
      tree: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
    };
  });

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => {
    visit(child, look);
  });
}

/** Placeholders of a text, as `minutes` of `{{minutes}} min`. */
function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
}

describe('the catalogues', () => {
  test('have the same keys', () => {
    expect([...CATALOGUES.nl.keys()].sort()).toEqual([...CATALOGUES.en.keys()].sort());
  });

  test('fill in the same placeholders, and say something', () => {
    for (const [key, text] of CATALOGUES.en) {
      const other = CATALOGUES.nl.get(key) ?? '';
      expect(other, key).not.toBe('');
      expect(text, key).not.toBe('');
      expect(placeholders(other), key).toEqual(placeholders(text));
    }
  });

  test('name every activity and every failure', () => {
    expect(Object.keys(en.activity).sort()).toEqual([...ACTIVITIES].sort());
    for (const code of FAILURE_CODES) expect(en.failure).toHaveProperty(code);
  });

  test('pass no verdict', () => {
    const verdict =
      /\b(streak|score|trophy|well done|great|too (much|long)|warning|goed bezig|goed gedaan|te (veel|lang)|waarschuwing|reeks)\b/i;
    for (const texts of Object.values(CATALOGUES)) {
      for (const [key, text] of texts) expect(text, key).not.toMatch(verdict);
    }
  });

  test('never name what is shielded but where the user decides on it', () => {
    const named = [...CATALOGUES.en].filter(([, text]) => /\bjobs?\b/i.test(text));
    expect(named.map(([key]) => key).sort()).toEqual([
      'activity.jobs',
      'settings.shieldJobs',
      'settings.shieldJobsHelp',
    ]);
  });
});

/**
 * Keys that a source can ask for: whole texts that are keys, and templates such as
 * `place.${place}`, whose holes stand for any part of a key.
 */
function askedFor(): { readonly keys: Set<string>; readonly patterns: RegExp[] } {
  const keys = new Set<string>();
  const patterns: RegExp[] = [];
  for (const { name, tree } of sources) {
    if (/i18n\/(en|nl)\.ts$/.test(name)) continue;
    visit(tree, (node) => {
      if (ts.isStringLiteral(node)) keys.add(node.text);
      if (!ts.isTemplateExpression(node)) return;
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (!/^[a-z]+\./.test(node.head.text)) return;
      const escaped = parts.map((part) => part.replaceAll('.', '\\.'));
      patterns.push(new RegExp(`^${escaped.join('[\\w-]+')}$`));
    });
  }
  return { keys, patterns };
}

test('every key is used', () => {
  const { keys, patterns } = askedFor();
  const unused = [...CATALOGUES.en.keys()]
    .map((key) => key.replace(/_(zero|one|other)$/, ''))
    .filter((key) => !keys.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

test('no component writes words of its own', () => {
  const READ_BY_PEOPLE = new Set(['aria-label', 'title', 'label', 'placeholder', 'alt', 'detail']);
  const found: string[] = [];
  for (const { name, tree } of sources) {
    visit(tree, (node) => {
      if (ts.isJsxText(node) && /\p{L}/u.test(node.text))
        found.push(`${name}: ${node.text.trim()}`);
      if (
        ts.isJsxAttribute(node) &&
        READ_BY_PEOPLE.has(node.name.getText(tree)) &&
        node.initializer &&
        ts.isStringLiteral(node.initializer)
      ) {
        found.push(`${name}: ${node.initializer.text}`);
      }
      if (
        ts.isJsxExpression(node) &&
        (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)) &&
        node.expression &&
        ts.isStringLiteral(node.expression) &&
        /\p{L}/u.test(node.expression.text)
      ) {
        found.push(`${name}: ${node.expression.text}`);
      }
    });
  }
  expect(found).toEqual([]);
});
