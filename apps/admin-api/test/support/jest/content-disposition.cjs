// @fastify/static requires this ES module, as Node can and Jest cannot: Node itself loads the real one here.
const { createRequire } = process.getBuiltinModule('node:module');

module.exports = createRequire(require.resolve('@fastify/static'))('content-disposition');
