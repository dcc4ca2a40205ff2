import { MODULE_TABLE } from './scripts/module-table.mjs';

const SRC = '^apps/admin-api/src';
const MODULES = `${SRC}/modules`;
const ANY_INDEX = `${MODULES}/[^/]+/index[.]ts$`;
const TESTS = '([.](spec|db-spec)[.]ts$|/testing/)';
const listed = Object.keys(MODULE_TABLE).join('|');

/** One rule for each module: other modules only as the table says, and only through their index.ts. */
const moduleRules = Object.entries(MODULE_TABLE).map(([name, allowed]) => ({
  name: `module-${name}`,
  comment: `${name} may import ${allowed.join(', ') || 'no module'}, through index.ts; see module-table.json`,
  severity: 'error',
  from: { path: `${MODULES}/${name}/`, pathNot: TESTS },
  to: {
    path: `${MODULES}/`,
    pathNot: [`${MODULES}/${name}/`, ...allowed.map((other) => `${MODULES}/${other}/index[.]ts$`)],
  },
}));

/** What stands outside the modules may use what they export, or nothing of them at all. */
const houseRules = [
  {
    name: 'unlisted-module',
    comment: 'a new module is first given its place in apps/admin-api/module-table.json',
    severity: 'error',
    from: { path: `${MODULES}/`, pathNot: `${MODULES}/(${listed})/` },
    to: {},
  },
  {
    name: 'only-the-index',
    comment: 'the app, its commands and the demo see of a module only what its index.ts exports',
    severity: 'error',
    from: { path: `${SRC}/`, pathNot: `${MODULES}/` },
    to: { path: `${MODULES}/`, pathNot: ANY_INDEX },
  },
  {
    name: 'tests-too',
    comment:
      'the tests of a module may set up any other module, through its index.ts or the builders of its testing/',
    severity: 'error',
    from: { path: `${MODULES}/([^/]+)/.*${TESTS}` },
    to: {
      path: `${MODULES}/`,
      pathNot: [`${MODULES}/$1/`, ANY_INDEX, `${MODULES}/[^/]+/testing/`],
    },
  },
  {
    name: 'platform-knows-no-salon',
    severity: 'error',
    from: { path: `${SRC}/(platform|events)/` },
    to: { path: `${SRC}/(modules|demo|commands)/` },
  },
  {
    name: 'events-stand-alone',
    severity: 'error',
    from: { path: `${SRC}/events/` },
    to: { path: `${SRC}/platform/` },
  },
  {
    name: 'nobody-needs-the-demo',
    severity: 'error',
    from: { path: SRC, pathNot: `${SRC}/(demo|commands)/` },
    to: { path: `${SRC}/(demo|commands)/` },
  },
  {
    name: 'rules-are-pure',
    comment: 'a rule can be read and tested without Nest, TypeORM or a database',
    severity: 'error',
    from: { path: `${MODULES}/[^/]+/rules/`, pathNot: TESTS },
    to: { path: 'node_modules/(@nestjs|typeorm|mysql2|fastify)' },
  },
  {
    name: 'no-circle',
    severity: 'error',
    from: { path: SRC },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];

const WEB = '^apps/admin-web/src';

/** The console: the app knows its features, features know what is shared, and nobody looks the other way. */
const consoleRules = [
  {
    name: 'console-shared-knows-no-feature',
    severity: 'error',
    from: { path: `${WEB}/shared/` },
    to: { path: `${WEB}/(app|features)/` },
  },
  {
    name: 'console-features-know-no-app',
    severity: 'error',
    from: { path: `${WEB}/features/` },
    to: { path: `${WEB}/app/` },
  },
  {
    name: 'console-features-stand-alone',
    comment: 'what two features need lies in shared/',
    severity: 'error',
    from: { path: `${WEB}/features/([^/]+)/` },
    to: { path: `${WEB}/features/`, pathNot: `${WEB}/features/$1/` },
  },
  {
    name: 'console-no-circle',
    severity: 'error',
    from: { path: WEB },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];

export default {
  forbidden: [...moduleRules, ...houseRules, ...consoleRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
