import path from 'node:path';
import { joinedPackages } from './test/support/jest/joined-packages.mjs';

const ROOT = import.meta.dirname;
const FROM_SOURCE = (name) => path.resolve(ROOT, `../../packages/${name}/src/index.ts`);

const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2022',
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

const OURS = {
  '^@yance/shared-types$': FROM_SOURCE('shared-types'),
  '^@yance/weapp-runner$': FROM_SOURCE('weapp-runner'),
  '^@yance/wechat-sandbox$': FROM_SOURCE('wechat-sandbox'),
};
const WITHOUT_ENDING = { '^(\\.{1,2}/.*)\\.js$': '$1' };

/** What all kinds of tests share. */
const common = {
  rootDir: ROOT,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  // Built JavaScript first: the last mapping also sees the imports inside packages.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleNameMapper: { ...OURS, ...(await joinedPackages()), ...WITHOUT_ENDING },
};

/** Tests on the real database: one migrated template per run, one schema per worker. */
const withDatabase = {
  ...common,
  globalSetup: '<rootDir>/test/support/database/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/database/global-teardown.mjs',
};

export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/jest/any-order.cjs',
  // For races and whole processes on a busy machine; Jest knows no limit for each project.
  testTimeout: 120_000,
  // Workers keep every module they ever loaded; a fresh one takes over before that hurts. With twice as much, small
  // files took a third longer, because all of it is looked through again and again for what may go.
  workerIdleMemoryLimit: '800MB',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...withDatabase,
      displayName: 'db',
      testMatch: ['<rootDir>/{src,test/support}/**/*.db-spec.ts'],
    },
    {
      ...withDatabase,
      displayName: 'http',
      testMatch: ['<rootDir>/test/http/**/*.spec.ts'],
    },
    {
      ...withDatabase,
      displayName: 'faults',
      testMatch: ['<rootDir>/test/faults/**/*.spec.ts'],
    },
    {
      ...withDatabase,
      displayName: 'weapp',
      // jsdom asks for its packages by `require`, which cannot load a joined one.
      moduleNameMapper: { ...OURS, ...WITHOUT_ENDING },
      testMatch: ['<rootDir>/test/weapp/**/*.spec.ts'],
    },
    {
      ...withDatabase,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
    },
  ],
};
