import type { FastifyInstance } from 'fastify';

/** The H5 preview calls the control side from another port, so any origin may. */
export function allowAnyOrigin(app: FastifyInstance, prefix: string): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith(prefix)) return;
    reply.header('access-control-allow-origin', '*');
    if (request.method !== 'OPTIONS') return;
    await reply
      .header('access-control-allow-methods', 'GET, POST, DELETE')
      .header('access-control-allow-headers', 'content-type')
      .header('access-control-max-age', '600')
      .code(204)
      .send();
  });
  app.options(`${prefix}*`, (_request, reply) => reply.code(204).send());
}
