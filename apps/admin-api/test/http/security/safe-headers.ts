import { expect } from '@jest/globals';

/** With whom a page may speak: its own house, and in a house without real WeChat the simulated one beside it. */
export interface Speaks {
  readonly sandboxPort: number | undefined;
}

/** The whole content security policy. Compared as a text: a directive too many is as bad as one too few. */
function policyFor({ sandboxPort }: Speaks): string {
  const sandbox = sandboxPort === undefined ? [] : [`http://*:${sandboxPort}`];
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    ["connect-src 'self'", ...sandbox].join(' '),
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'self'",
    "object-src 'none'",
    "script-src-attr 'none'",
    "frame-src 'none'",
  ].join(';');
}

/** What every answer tells a browser, whatever it is and whoever asked. */
export function expectSafe(headers: Readonly<Record<string, string>>, speaks: Speaks): void {
  expect(headers['content-security-policy']).toBe(policyFor(speaks));
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': expect.any(String),
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringMatching(/camera=\(\).*microphone=\(\).*geolocation=\(\)/),
    'cache-control': expect.any(String),
  });
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin']) {
    expect(headers).not.toHaveProperty(name);
  }
}

/** What an answer tells that was given before any route was found: a browser can make nothing of it. */
export function expectHarmless(headers: Readonly<Record<string, string>>): void {
  expect(headers).toMatchObject({
    'content-type': expect.stringMatching(/^application\/problem\+json/),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
}
