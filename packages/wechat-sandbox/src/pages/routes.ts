import type { FastifyInstance } from 'fastify';

import type { SandboxState } from '../state/sandbox-state.js';
import { SCRIPT, STYLE } from './assets.js';
import { feed } from './feed.js';
import { html } from './html.js';
import { sendPage } from './page.js';

/** GET / for the person who tries the demo and needs the code; GET /feed is its moving part. */
export function pageRoutes(app: FastifyInstance, state: SandboxState): void {
  app.get('/', (_request, reply) =>
    sendPage(reply, {
      title: '颜册 · 微信沙箱',
      style: STYLE,
      script: SCRIPT,
      body: html`<h1>微信沙箱</h1>
        <p class="lead">
          演示时，顾客手机收到的短信和微信提醒都在这里，自动更新。不会发给任何真实的人。
        </p>
        <p id="lost" role="status" hidden>连接已断开，正在重试…</p>
        <main id="feed" aria-live="polite">${feed(state)}</main>`,
    }),
  );
  app.get('/feed', (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(feed(state).markup),
  );
}
