import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/index.js';

/** File names with a content hash never change what they hold. */
const HASHED = /[.-][\w-]{8,}\.(?:js|css|woff2|png|svg|webp|jpg)$/;

interface Site {
  readonly folder: string;
  readonly prefix: '/console/' | '/m/';
}

async function serve(app: NestFastifyApplication, site: Site, first: boolean): Promise<void> {
  if (!existsSync(join(site.folder, 'index.html'))) return;
  // Only where there is something to serve: Jest on Node 20 cannot load this package (it requires an ES module).
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic, {
    root: site.folder,
    prefix: site.prefix,
    decorateReply: first,
    wildcard: true,
    cacheControl: false,
    setHeaders(reply, path) {
      const forever = HASHED.test(path);
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/**
 * Serves the built console and the mini-program's H5 preview from this port. The console routes in the browser,
 * so a path below /console/ that is no file answers its index page.
 */
export async function serveSites(app: NestFastifyApplication, config: Config): Promise<void> {
  await serve(app, { folder: config.consoleFolder, prefix: '/console/' }, true);
  if (config.kind !== 'production') {
    await serve(app, { folder: config.previewFolder, prefix: '/m/' }, false);
  }
  const server = app.getHttpAdapter().getInstance();
  server.get('/', (_request, reply) => reply.redirect('/console/'));
  server.get('/console', (_request, reply) => reply.redirect('/console/'));
  server.get('/m', (_request, reply) => reply.redirect('/m/'));
}
