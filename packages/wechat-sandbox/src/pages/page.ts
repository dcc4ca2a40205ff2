import { randomBytes } from 'node:crypto';

import type { FastifyReply } from 'fastify';

import { Html, html } from './html.js';

/** A page with its own look and script, and nothing from elsewhere. */
export interface Page {
  readonly title: string;
  readonly style: string;
  readonly script: string;
  readonly body: Html;
}

/** Sends a page that may call this server only. */
export function sendPage(reply: FastifyReply, { title, style, script, body }: Page): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const markup = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${element('style', nonce, style)}
      </head>
      <body>
        ${body} ${element('script', nonce, script)}
      </body>
    </html> `;
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; ` +
        `connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'`,
    )
    .send(markup.markup);
}

/** An inline element that the page's policy lets through; its content is ours, not a visitor's. */
function element(name: 'style' | 'script', nonce: string, content: string): Html {
  return new Html(`<${name} nonce="${nonce}">${content}</${name}>`);
}
