import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Ways in which a string becomes markup or code. We have none, so that a page's CSP and Trusted Types never mind us. */
const markup = [
  ...['innerHTML', 'outerHTML', 'srcdoc'].map(name => ({
    selector: `AssignmentExpression > MemberExpression.left[property.name='${name}']`,
    message: `Assigning ${name} turns words into markup; render a template instead.`,
  })),
  ...['insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe', 'parseFromString'].map(name => ({
    selector: `CallExpression > MemberExpression.callee[property.name='${name}']`,
    message: `${name} turns words into markup; render a template instead.`,
  })),
  {
    selector:
      "CallExpression > MemberExpression.callee[object.name='document'][property.name=/^write(ln)?$/]",
    message: 'document.write destroys the page it is late for.',
  },
  {
    selector: 'ImportSpecifier[imported.name=/^unsafe(HTML|SVG|MathML|Static)$/]',
    message: 'Nothing unsafe: words from others are text.',
  },
  { selector: 'ImportDeclaration[source.value=/unsafe-(html|svg|mathml)/]', message: 'Nothing unsafe.' },
  {
    selector: 'PropertyDefinition[key.type="PrivateIdentifier"][decorators.length>0]',
    message: 'Decorators do not work on #private members; name it without #.',
  },
];

const parserOptions = { projectService: true, tsconfigRootDir: import.meta.dirname };

export default defineConfig(
  {
    ignores: [
      'dist/',
      'coverage/',
      'node_modules/',
      'demo/media/*',
      '!demo/media/make/',
      '**/*.d.mts',
      'test/results/',
    ],
  },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      // What comes from the wire is cleaned of control characters, so they have to be named.
      'no-control-regex': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-restricted-syntax': ['error', ...markup],
    },
  },
  {
    // Type-aware, but only the rules that have caught something; the whole set doubles the time.
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // The demo's html`` makes a page's text, where values are quoted; these rules are for templates of Lit.
    files: ['src/**/*.ts'],
    extends: [wc['flat/recommended'], lit['flat/recommended']],
    rules: {
      'lit/no-legacy-imports': 'error',
      'lit/no-template-arrow': 'off',
      'lit/no-template-map': 'off',
      'lit/no-useless-template-literals': 'error',
      'lit/quoted-expressions': ['error', 'never'],
      'wc/no-constructor-params': 'error',
      'wc/no-exports-with-element': 'off',
    },
  },
  {
    // node:test's `test()` and `describe()` return promises nobody has to wait for.
    files: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'default'] },
            // open-wc's types say that `equal()` returns a promise; it does not.
            { from: 'package', package: 'chai', name: 'Equal' },
          ],
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
      // Numbers no machine can hold are what a parser is tried with.
      'no-loss-of-precision': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: nodeGlobals() },
  },
  {
    // Plain scripts of pages: every name of the browser is theirs.
    files: ['demo/assets/**/*.js', 'test/**/*.js'],
    rules: { 'no-undef': 'off' },
  },
);

/** Node's own names, for the few scripts that are plain JavaScript. */
function nodeGlobals() {
  const names = ['process', 'console', 'URL', 'Buffer', 'setTimeout', 'clearTimeout', 'setInterval'];
  const more = ['clearInterval', 'fetch', 'AbortController', 'AbortSignal', 'performance', 'TextEncoder'];
  return Object.fromEntries([...names, ...more].map(name => [name, 'readonly']));
}
