import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.db-spec.ts', '**/test/**', '**/testing/**'];
const SCREENS = ['apps/admin-web/src/**/*.{ts,tsx}', 'apps/miniprogram/src/**/*.{ts,tsx}'];
const API = ['apps/admin-api/src/**/*.ts'];

/** A test that is left out, or that leaves out all others, is a lie in the count. */
const NO_SKIPPED_TESTS = ['only', 'skip', 'todo', 'failing'].map((word) => ({
  selector: `CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name='${word}']`,
  message: `Every test runs: no .${word}.`,
}));
const NO_SKIPPED_ALIASES = {
  selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
  message: 'Every test runs.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/coverage/**',
      '.data/**',
      '.cache/**',
      'bench/out/**',
      'packages/shared-types/src/generated/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.d.ts', '**/*.d.mts', '**/vite.config.ts', 'apps/miniprogram/config/**'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Nest needs injected classes as values, so type imports are not forced anywhere.
      '@typescript-eslint/consistent-type-imports': 'off',
      // An async method may have nothing to await when an interface asks for a promise.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': ['error', ...NO_SKIPPED_TESTS, NO_SKIPPED_ALIASES],
    },
  },
  {
    files: API,
    ignores: TESTS,
    rules: { 'max-lines-per-function': ['error', { max: 70, skipComments: true }] },
  },
  {
    files: SCREENS,
    extends: [reactHooks.configs.flat['recommended-latest']],
    languageOptions: { globals: globals.browser },
    rules: {
      // Both are for the React compiler, which is not used: a ref that holds the latest value and a clock that is read
      // while rendering are meant.
      'react-hooks/refs': 'off',
      'react-hooks/purity': 'off',
      // React's event handlers take functions that answer a promise; what they do with errors is their own.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // Props are written as methods and taken apart by every component; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: TESTS,
    rules: {
      // Answers of fetch and rows of raw SQL are looked at as they come.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{mjs,js,cjs}', '**/vite.config.ts', 'apps/miniprogram/config/**'],
    languageOptions: { globals: { ...globals.node } },
  },
  { files: ['scripts/**/*.mjs'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/miniprogram/babel.config.js', '**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
  },
  {
    files: ['**/vite.config.ts', 'apps/miniprogram/config/**/*.ts', '**/*.d.ts', '**/*.d.mts'],
    extends: [tseslint.configs.recommended],
  },
);
