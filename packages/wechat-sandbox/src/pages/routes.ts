import { randomBytes } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import type { SandboxState } from '../state/sandbox-state.js';
import { SCRIPT, STYLE } from './assets.js';
import { feed } from './feed.js';
import { Html, html } from './html.js';

/** GET / for the person who tries the demo and needs the code; GET /feed is its moving part. */
export function pageRoutes(app: FastifyInstance, state: SandboxState): void {
  app.get('/', (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; ` +
          `connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'`,
      )
      .send(page(state, nonce).markup);
  });
  app.get('/feed', (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(feed(state).markup),
  );
}

function page(state: SandboxState, nonce: string): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>颜册 · 微信沙箱</title>
        <link rel="icon" href="data:," />
        ${element('style', nonce, STYLE)}
      </head>
      <body>
        <h1>微信沙箱</h1>
        <p class="lead">
          演示时，顾客手机收到的短信和微信提醒都在这里，自动更新。不会发给任何真实的人。
        </p>
        <p id="lost" role="status" hidden>连接已断开，正在重试…</p>
        <main id="feed" aria-live="polite">${feed(state)}</main>
        ${element('script', nonce, SCRIPT)}
      </body>
    </html> `;
}

/** An inline element that the page's policy lets through; its content is ours, not a visitor's. */
function element(name: 'style' | 'script', nonce: string, content: string): Html {
  return new Html(`<${name} nonce="${nonce}">${content}</${name}>`);
}
