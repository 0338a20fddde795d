import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { fileNames } from './scripts/laws/file-names.js';
import { functionSize } from './scripts/laws/function-size.js';
import { layers } from './scripts/laws/layers.js';
import { nestedQuantifiers } from './scripts/laws/nested-quantifiers.js';
import { wordsFromCatalogues } from './scripts/laws/words-from-catalogues.js';
import { wordsWhenSaid } from './scripts/laws/words-when-said.js';

const tests = ['**/*.test.{ts,tsx}', '**/testing/**', 'e2e/**'];
const typescript = ['**/*.{ts,tsx}'];
const product = ['{core,host,electron,renderer}/**/*.{ts,tsx}'];

const forbid = (selector, message) => ({ selector, message });
const noDefaultExport = forbid('ExportDefaultDeclaration', 'Exports are named.');
// A callback takes what its caller gives.
const fewParameters = forbid(':not(CallExpression) > :function[params.length>3]', 'A function has at most three parameters; then an object.');
const noMarkup = [
  forbid('JSXAttribute[name.name="dangerouslySetInnerHTML"]', 'Markup never reaches the page as a string.'),
  forbid('Property[key.name="dangerouslySetInnerHTML"]', 'Markup never reaches the page as a string.'),
  forbid('MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment)$/]', 'Markup never reaches the page as a string.'),
  forbid('MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', 'Markup never reaches the page as a string.'),
];
const noWeakening = [
  forbid('Identifier[name=/^(webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|bypassCSP)$/]', 'Electron’s protections are never set aside.'),
  forbid('Property[key.name=/^nodeIntegration/][value.value=true]', 'Pages never get Node.'),
  forbid('Property[key.name=/^(contextIsolation|sandbox)$/][value.value=false]', 'Pages are always isolated and sandboxed.'),
  forbid('Literal[value=/no-sandbox/]', 'The sandbox is never turned off in silence.'),
];
const noCast = [
  // `as const` narrows and casts nothing; parse functions are where unknown becomes a type.
  forbid(
    'TSAsExpression:not([typeAnnotation.typeName.name="const"]):not(FunctionDeclaration[id.name=/^parse/] TSAsExpression):not(VariableDeclarator[id.name=/^parse/] TSAsExpression)',
    'A cast belongs in a parse function.',
  ),
  forbid('TSTypeAssertion', 'A cast belongs in a parse function.'),
];

export default defineConfig([
  globalIgnores(['dist/**', 'release/**', 'test-results/**', 'playwright-report/**']),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { laws: { rules: { layers, 'function-size': functionSize, 'file-names': fileNames, 'nested-quantifiers': nestedQuantifiers, 'words-from-catalogues': wordsFromCatalogues, 'words-when-said': wordsWhenSaid } } },
    rules: {
      'laws/file-names': 'error',
      'laws/nested-quantifiers': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, fewParameters],
      'max-lines': ['error', { max: 300 }],
      'laws/function-size': ['error', 60],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: ['error', 'always'],
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', URL: 'readonly', AbortController: 'readonly' } },
  },
  {
    files: ['extension/**/*.js'],
    languageOptions: { globals: Object.fromEntries(['chrome', 'document', 'location', 'fetch', 'crypto', 'navigator', 'btoa', 'AbortSignal', 'TextEncoder'].map((name) => [name, 'readonly'])) },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strict],
    // One program for all layers: what each may know, the compiler checks by the layer's own tsconfig.
    languageOptions: { parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A call whose output is nothing is Call<void>, and a function that returns nothing may be passed on.
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  { files: product, rules: { 'laws/layers': 'error', 'laws/words-when-said': 'error', 'no-restricted-syntax': ['error', noDefaultExport, fewParameters, ...noMarkup, ...noWeakening, ...noCast] } },
  // The command line speaks English from start to end.
  { files: ['host/cli/**'], rules: { 'laws/words-when-said': 'off' } },
  // A catalogue holds the words; HTTP's own stay as HTTP has them.
  { files: ['{renderer,electron}/**/*.{ts,tsx}'], ignores: ['renderer/text/**', 'electron/app-protocol.ts'], rules: { 'laws/words-from-catalogues': 'error' } },
  // The derivation code of the contract and the making of ids are the two places that types alone can't express.
  { files: ['core/api/**', 'core/base/ids.ts'], rules: { 'no-restricted-syntax': ['error', noDefaultExport, fewParameters, ...noMarkup, ...noWeakening] } },
  { files: ['renderer/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat['recommended-latest']] },
  { files: ['renderer/**/*.tsx'], rules: { 'laws/function-size': 'off', 'max-lines-per-function': ['error', { max: 120 }] } },
  { files: tests, rules: { 'max-lines': 'off', 'laws/function-size': 'off', 'laws/words-when-said': 'off', 'laws/words-from-catalogues': 'off', 'no-restricted-syntax': ['error', noDefaultExport] } },
  // Playwright reads what a fixture needs from its pattern, and a fixture may need nothing.
  { files: ['e2e/**'], rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }], '@typescript-eslint/no-restricted-imports': ['error', { paths: [{ name: 'electron', allowTypeImports: true, message: 'Importing Electron in the test process starts a download.' }] }] } },
  { files: ['host/cli/**', 'scripts/**', 'bench/**', 'e2e/tell-runtimes.ts'], rules: { 'no-console': 'off' } },
  // Their tools take what they export by default.
  { files: ['**/*.config.{js,ts}', 'e2e/tell-runtimes.ts'], rules: { 'no-restricted-syntax': 'off', 'laws/layers': 'off' } },
]);
