/** Runs as ES modules: start with NODE_OPTIONS=--experimental-vm-modules (the package's test script does). */
export default {
  displayName: 'wechat-sandbox',
  testEnvironment: 'node',
  // Nothing here takes long by itself, but the machine may be busy with other suites.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
};
