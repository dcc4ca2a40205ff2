/** Pure logic only: what a screen shows is proved by the browser tests on the built console. */
export default {
  displayName: 'admin-web',
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  // The words and sums that console and API share are read from their source: their build is ESM only.
  moduleNameMapper: {
    '^@yance/shared-types$': '<rootDir>/../../packages/shared-types/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
