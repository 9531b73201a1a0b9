import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Imports run one way (docs/architecture): what each room may not import. */
const rooms = [
  { target: './lib/text', from: ['./lib'], except: ['./text'] },
  { target: './lib/i18n', from: ['./lib'], except: ['./i18n'] },
  { target: './lib/numbers', from: ['./lib'], except: ['./numbers', './text'] },
  { target: './lib/phrasing', from: ['./lib'], except: ['./phrasing', './text', './numbers', './i18n'] },
  { target: './lib/lists', from: ['./lib'], except: ['./lists', './i18n'] },
  {
    target: './lib/analysis',
    from: ['./lib/page', './lib/messages.ts', './lib/message-client.ts', './lib/message-server.ts'],
  },
  // The administrators' edition alone: no other room may carry it.
  {
    target: ['./lib/!(admin)/**', './lib/*.ts', './components/!(admin)/**', './entrypoints/!(admin)/**'],
    from: ['./lib/admin', './components/admin'],
  },
  {
    target: ['./lib/report', './lib/settings'],
    from: ['./lib/page', './lib/messages.ts', './lib/message-client.ts', './lib/message-server.ts'],
  },
  { target: './lib', from: ['./entrypoints', './components', './scripts', './tests'] },
  {
    target: './components',
    from: ['./entrypoints', './scripts', './tests', './lib/messages.ts', './lib/message-client.ts'],
  },
  { target: './entrypoints', from: ['./scripts', './tests'] },
];

/** Rooms that run the same in a page, in the background and in Node. */
const PURE = ['lib/text/**', 'lib/numbers/**', 'lib/phrasing/**', 'lib/analysis/**', 'lib/i18n/**'];
const IMPURE_GLOBALS = [
  'window',
  'document',
  'self',
  'location',
  'navigator',
  'browser',
  'chrome',
  'fetch',
  'indexedDB',
  'localStorage',
  'setTimeout',
  'setInterval',
  'performance',
  'Date',
];

export default tseslint.config(
  {
    ignores: [
      '.output/**',
      '.wxt/**',
      'node_modules/**',
      'test-results/**',
      '.cache/**',
      '.apps/**',
      'demo/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'Build from text: page content is hostile.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Build from text: page content is hostile.',
        },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'off',
    },
  },
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    files: ['**/*.{ts,tsx}'],
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: rooms }],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-imports': [
        'error',
        { paths: ['webextension-polyfill', 'idb', 'preact'], patterns: ['node:*', 'preact/*'] },
      ],
    },
  },
  {
    // Playwright reads what a fixture needs from its first parameter, `{}` where that is nothing.
    files: ['tests/browser/support/**', 'tests/apps/support/**'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', '*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly' } },
  },
);
