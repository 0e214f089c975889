import { posix } from 'node:path';
import type { Linter } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { type Room, forbiddenRooms } from './build/rooms.ts';

/** Modules that open a socket. Nothing leaves the machine, so nothing imports them. */
const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'].flatMap(
  (name) => [name, `node:${name}`],
);
const NETWORK_RULES = {
  'no-restricted-globals': [
    'error',
    { name: 'fetch', message: 'Nothing leaves the machine.' },
    { name: 'WebSocket', message: 'Nothing leaves the machine.' },
    { name: 'EventSource', message: 'Nothing leaves the machine.' },
    { name: 'XMLHttpRequest', message: 'Nothing leaves the machine.' },
  ],
} satisfies Linter.RulesRecord;

/** Forbids imports besides those of the network; a later block replaces an earlier one whole. */
function forbid(
  patterns: { group?: string[]; regex?: string; message: string; allowTypeImports?: boolean }[],
  paths: readonly object[] = NETWORK.map((name) => ({
    name,
    message: 'Nothing leaves the machine.',
  })),
): Linter.RulesRecord {
  return {
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths,
        patterns,
      },
    ],
  };
}

/** What speaks to the display or the compositor: by a socket in the file system, which is no network's. */
const LOCAL_SOCKETS = ['electron/tracking/sources/{x11,wayland,accessibility}/connection.ts'];

const SHORT_FUNCTIONS = {
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
} satisfies Linter.RulesRecord;

const NO_DEFAULT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Names travel better than defaults.',
};

const ELECTRON = {
  group: ['electron'],
  allowTypeImports: true,
  message: 'Only main.ts, preload.ts, shell/ and main-process entries touch Electron at run time.',
};

const WINDOW = {
  group: ['**/renderer/**', '**/tests/**', 'react'],
  message: 'electron/ never reaches into the window.',
};

const MAIN_PROCESS = {
  group: ['electron', 'node:*', '**/electron/**', '**/tests/**'],
  message: 'The window has window.api and nothing else.',
};

/** How a file of a room names the folder of another, as the start of a regular expression. */
function importFrom(room: Room, other: Room): string {
  const path = posix.relative(room, other);
  return (path.startsWith('.') ? path : `./${path}`).replaceAll('.', '\\.');
}

export default defineConfig(
  globalIgnores(['dist/', 'release/', 'demo/', 'test-results/', 'node_modules/', '**/*.cjs']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', NO_DEFAULT],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A number or boolean in a text is what it looks like.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `() => push(...)` says as much as braces around it.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/dot-notation': 'off',
      // Services are closures: nothing of ours has a `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['shared/**'],
    rules: {
      ...NETWORK_RULES,
      ...forbid([
        {
          group: ['electron', 'node:*', 'react', 'react-dom', '@mantine/*', 'recharts', 'zustand'],
          message: 'shared/ is pure.',
        },
        {
          group: ['**/electron/**', '**/renderer/**', '**/tests/**'],
          message: 'shared/ imports itself alone.',
        },
      ]),
      ...SHORT_FUNCTIONS,
    },
  },
  {
    files: ['shared/domain/**'],
    rules: forbid([
      {
        regex: '^(?!\\./|temporal-polyfill$)',
        message: 'The domain imports itself and Temporal alone.',
      },
    ]),
  },
  {
    files: ['companion/**'],
    rules: {
      ...NETWORK_RULES,
      ...forbid([
        {
          group: ['electron', '**/electron/**', '**/renderer/**', '**/tests/**'],
          message: 'The companion runs in a browser, or beside one, and knows shared/ alone.',
        },
      ]),
      ...SHORT_FUNCTIONS,
    },
  },
  {
    files: ['companion/{contract,extension/*}.ts'],
    rules: forbid([
      { group: ['node:*', '**/host/**', '**/runtime-folder.ts'], message: 'Browsers are no Node.' },
    ]),
  },
  {
    files: ['electron/**'],
    rules: {
      ...NETWORK_RULES,
      ...forbid([ELECTRON, WINDOW]),
      ...SHORT_FUNCTIONS,
    },
  },
  { files: ['electron/{main,start,preload}.ts'], rules: forbid([WINDOW]) },
  {
    files: ['electron/news.ts'],
    rules: forbid([{ regex: '^(?!\\.\\./shared/)', message: 'The hub knows no part.' }]),
  },
  // A room may import the rooms below it alone.
  ...forbiddenRooms().map(({ room, forbidden }) => ({
    files: [`electron/${room}/*.ts`],
    rules: forbid([
      ...(room === 'shell' ? [] : [ELECTRON]),
      WINDOW,
      { regex: '/(?:main|start|cli|preload)\\.ts$', message: 'The parts do not know the whole.' },
      ...forbidden.map((other) => ({
        regex: `^${importFrom(room, other)}/[^/]+$`,
        message: `${room} stands below ${other}, or beside it: see build/rooms.ts.`,
      })),
    ]),
  })),
  {
    files: LOCAL_SOCKETS,
    rules: {
      ...forbid(
        [ELECTRON, WINDOW],
        NETWORK.map((name) => ({
          name,
          message: 'A local socket alone, by its path.',
          ...(name === 'node:net' ? { allowImportNames: ['createConnection'] } : {}),
        })),
      ),
      'no-restricted-syntax': [
        'error',
        NO_DEFAULT,
        {
          selector:
            "CallExpression[callee.name='createConnection']:not([arguments.length=1][arguments.0.properties.length=1][arguments.0.properties.0.key.name='path'])",
          message: 'A local socket alone, by its path: never a host or a port.',
        },
      ],
    },
  },
  {
    files: ['renderer/**'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      ...NETWORK_RULES,
      ...forbid([MAIN_PROCESS]),
      ...SHORT_FUNCTIONS,
    },
  },
  {
    files: ['renderer/{charts,components,i18n,store}/**'],
    rules: forbid([
      MAIN_PROCESS,
      { regex: '/features/', message: 'The parts do not know a page.' },
    ]),
  },
  {
    files: ['renderer/features/**'],
    rules: forbid([
      MAIN_PROCESS,
      {
        regex: '^\\.\\./(?!\\.\\./)|/features/',
        message:
          'A page does not know another: what both have is in components/, charts/ or store/.',
      },
    ]),
  },
  {
    files: ['tests/**', 'build/**', '*.config.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['build/**'], rules: SHORT_FUNCTIONS },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
