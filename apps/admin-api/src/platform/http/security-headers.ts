import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/index.js';

/** What no page of ours asks a browser for, so that nothing that slipped into one can either. */
const PERMISSIONS_POLICY = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'bluetooth',
  'display-capture',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Content security policy and the other headers for everything we answer. Styles may be inline because Ant Design
 * writes them at run time; scripts may not.
 */
export async function securityHeaders(app: NestFastifyApplication, config: Config): Promise<void> {
  // The preview signs in with the simulated WeChat on the next port of the same host.
  const sandbox = config.sandboxPort === undefined ? [] : [`http://*:${config.sandboxPort}`];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...sandbox],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
        objectSrc: ["'none'"],
        scriptSrcAttr: ["'none'"],
        frameSrc: ["'none'"],
      },
    },
    strictTransportSecurity: config.publicOrigin.startsWith('https://')
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (_request, reply) => {
      void reply.header('permissions-policy', PERMISSIONS_POLICY);
      // Answers are about people: no browser and no proxy keeps them. Files and streams say otherwise themselves.
      void reply.header('cache-control', 'no-store');
    });
}
