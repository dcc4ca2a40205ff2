import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/index.js';

/** File names with a content hash never change what they hold. */
const HASHED = /[.-][\w-]{8,}\.(?:js|css|woff2|png|svg|webp|jpg)(?:\.(?:br|gz))?$/;

interface Site {
  readonly folder: string;
  readonly prefix: '/console/' | '/m/';
}

/** The last part of a path names a file when it has an extension; any other path is one of the site's own pages. */
const NAMES_A_FILE = /\.[A-Za-z0-9]+$/;
/** Our sources are nobody's business; a build that left their maps behind gives none away. */
const SOURCE_MAP = /\.map(?:\.(?:br|gz))?$/i;

/** Makes `reply.sendFile` available. */
async function sendFiles(app: NestFastifyApplication, root: string): Promise<void> {
  // Only where there is something to serve: Jest on Node 20 cannot load this package (it requires an ES module).
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic, {
    root,
    serve: false,
    cacheControl: false,
    dotfiles: 'ignore',
    preCompressed: true,
    setHeaders(reply, path) {
      const forever = HASHED.test(path);
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/**
 * Serves the built console and the mini-program's H5 preview from this port. Both route in the browser,
 * so a path that names no file answers the site's index page.
 */
export async function serveSites(app: NestFastifyApplication, config: Config): Promise<void> {
  const all: Site[] = [{ folder: config.consoleFolder, prefix: '/console/' }];
  if (config.kind !== 'production') all.push({ folder: config.previewFolder, prefix: '/m/' });
  const sites = all.filter(({ folder }) => existsSync(join(folder, 'index.html')));
  if (sites[0]) await sendFiles(app, sites[0].folder);
  const server = app.getHttpAdapter().getInstance();
  for (const { folder, prefix } of sites) {
    server.get<{ Params: { '*': string } }>(`${prefix}*`, (request, reply) => {
      const path = request.params['*'];
      if (SOURCE_MAP.test(path)) return reply.callNotFound();
      return reply.sendFile(NAMES_A_FILE.test(path) ? path : 'index.html', folder);
    });
  }
  server.get('/', (_request, reply) => reply.redirect('/console/'));
  server.get('/console', (_request, reply) => reply.redirect('/console/'));
  server.get('/m', (_request, reply) => reply.redirect('/m/'));
}
