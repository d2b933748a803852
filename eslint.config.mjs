import tseslint from 'typescript-eslint';

/** The world enters through the doors: what these rooms compute depends on their arguments alone. */
const pureRooms = {
  files: ['simulator/**/*.ts', 'language/**/*.ts'],
  ignores: ['language/main/**'],
  rules: {
    'no-console': 'error',
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Take a seeded generator as an argument.' },
      { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
      { object: 'performance', property: 'now', message: 'Take the time as an argument.' },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: 'Take the time as an argument.',
      },
      { selector: 'ExportDefaultDeclaration', message: 'Export by name: one thing, one name everywhere.' },
    ],
  },
};

const everywhere = {
  rules: {
    eqeqeq: 'error',
    'no-var': 'error',
    'object-shorthand': 'error',
    'prefer-const': 'error',
    'no-unused-vars': 'off',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  },
};

const typescript = {
  files: ['**/*.ts'],
  extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
  languageOptions: {
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/no-import-type-side-effects': 'error',
    '@typescript-eslint/prefer-readonly': 'error',
    // A new member of a union must be noticed wherever the union is taken apart; a `default` is an answer too.
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
    ],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    // The compiler treats every index as maybe absent; `!` is how code says that it knows better.
    '@typescript-eslint/no-non-null-assertion': 'off',
    // Langium declares many services as possibly absent, and implementations as asynchronous, without need.
    '@typescript-eslint/require-await': 'off',
    '@typescript-eslint/no-empty-function': 'off',
    // Messages and files from outside are records until they are checked, and `record['key']` says so.
    '@typescript-eslint/dot-notation': 'off',
    // `Record<string, X>` and `{ [name: string]: X }` say different things to a reader.
    '@typescript-eslint/consistent-indexed-object-style': 'off',
  },
};

/** Tests read JSON and pick at it; what is not there fails the test. */
const tests = {
  files: ['test/**/*.ts', 'bench/**/*.ts'],
  rules: {
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-call': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-return': 'off',
  },
};

export default tseslint.config(
  { ignores: ['language/generated/**', 'out/**', 'dist/**', 'coverage/**', 'test/golden/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.base,
  everywhere,
  typescript,
  pureRooms,
  tests,
);
