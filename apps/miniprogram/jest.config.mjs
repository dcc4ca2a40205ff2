/** Helpers, stores and rules of the app; screens are driven in a browser on the built H5. */
export default {
  displayName: 'miniprogram',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  // An ES module, which Jest on Node 20 cannot load as it is.
  transformIgnorePatterns: ['/node_modules/(?!(?:\\.pnpm/qr@|qr/))'],
  transform: {
    '^.+\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
};
