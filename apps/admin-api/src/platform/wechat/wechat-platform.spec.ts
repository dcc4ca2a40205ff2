import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSandbox, TEMPLATES, type Sandbox } from '@yance/wechat-sandbox';
import { aConfig } from '../testing/a-config.js';
import { callWechat } from './wechat-http.js';
import { WechatPlatform } from './wechat-platform.js';
import { WechatRefused, WechatUnavailable } from './wechat-errors.js';

const APP = { appid: 'wx0123456789abcdef', secret: 'a'.repeat(32) };
let sandbox: Sandbox;
let wechat: WechatPlatform;

function platformAt(origin: string, secret = APP.secret): WechatPlatform {
  const environment = { WECHAT_API_ORIGIN: origin, WECHAT_APPID: APP.appid, WECHAT_SECRET: secret };
  return new WechatPlatform(aConfig(environment));
}

async function control<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const url = `${sandbox.url}/_sandbox/${path}`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

beforeEach(async () => {
  sandbox = createSandbox(APP);
  wechat = platformAt(await sandbox.listen());
});

afterEach(() => sandbox.close());

const loginCode = async (openid: string): Promise<string> =>
  (await control<{ code: string }>('login-code', { openid })).code;
const phoneCode = async (phone: string): Promise<string> =>
  (await control<{ code: string }>('phone-code', { phone })).code;

describe('WeChat login', () => {
  it('tells who opened the mini-program', async () => {
    expect(await wechat.codeToSession(await loginCode('openid-1'))).toMatchObject({
      openid: 'openid-1',
    });
  });

  it('refuses a code that was used', async () => {
    const code = await loginCode('openid-1');
    await wechat.codeToSession(code);
    await expect(wechat.codeToSession(code)).rejects.toMatchObject({ errcode: 40029 });
  });

  it('is refused with a wrong secret, and says nothing of secret or code', async () => {
    const code = await loginCode('openid-1');
    const failure = platformAt(sandbox.url, 'b'.repeat(32)).codeToSession(code);
    const error = await failure.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(WechatRefused);
    expect(JSON.stringify(error) + String(error) + String((error as Error).stack)).not.toMatch(
      new RegExp(`${'b'.repeat(32)}|${code}`),
    );
  });
});

describe('the phone button', () => {
  it('gives the number once', async () => {
    const code = await phoneCode('13800138000');
    expect(await wechat.phoneNumber(code)).toEqual({ phone: '13800138000' });
    await expect(wechat.phoneNumber(code)).rejects.toMatchObject({ errcode: 40029 });
  });

  it('works on when the token was made invalid behind our back', async () => {
    await wechat.phoneNumber(await phoneCode('13800138000'));
    const headers = { 'content-type': 'application/json' };
    const body = {
      grant_type: 'client_credential',
      appid: APP.appid,
      secret: APP.secret,
      force_refresh: true,
    };
    const url = `${sandbox.url}/cgi-bin/stable_token`;
    await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(await wechat.phoneNumber(await phoneCode('13900139000'))).toEqual({
      phone: '13900139000',
    });
  });
});

describe('subscribe messages', () => {
  const template = TEMPLATES.appointmentConfirmed;
  const VALUES: Record<string, string> = {
    thing: '深层补水护理',
    time: '2026年11月22日 10:00',
    phrase: '已确认',
  };
  const data = Object.fromEntries(
    template.fields.map(({ key }) => [key, VALUES[key.replace(/\d+$/, '')] ?? '1']),
  );
  const message = { openid: 'openid-1', templateId: template.id, page: 'pages/home/index', data };

  it('use up one consent each', async () => {
    await wechat.codeToSession(await loginCode('openid-1'));
    await control('subscribe', { openid: 'openid-1', templateId: template.id, result: 'accept' });
    await wechat.sendSubscribeMessage(message);
    await expect(wechat.sendSubscribeMessage(message)).rejects.toMatchObject({ errcode: 43101 });
    const sent = await fetch(`${sandbox.url}/_sandbox/messages?openid=openid-1`);
    expect(await sent.text()).toContain('深层补水护理');
  });
});

describe('the access token', () => {
  it('is asked for once however many requests need it', async () => {
    let asked = 0;
    const server = await scripted((path) => {
      if (path.startsWith('/cgi-bin/stable_token')) {
        asked += 1;
        return { access_token: `token-${asked}`, expires_in: 7200 };
      }
      return { errcode: 0, phone_info: { purePhoneNumber: '13800138000' } };
    });
    const platform = platformAt(server.url);
    await Promise.all(Array.from({ length: 20 }, (_, n) => platform.phoneNumber(`code-${n}`)));
    expect(asked).toBe(1);
    server.close();
  });

  it('is forced anew only when WeChat keeps handing out the one it rejects, and only once', async () => {
    const asked: unknown[] = [];
    const server = await scripted((path, body) => {
      if (!path.startsWith('/cgi-bin/stable_token')) return { errcode: 40001 };
      asked.push((body as { force_refresh: boolean }).force_refresh);
      return { access_token: 'same', expires_in: 7200 };
    });
    await expect(platformAt(server.url).phoneNumber('c')).rejects.toMatchObject({ errcode: 40001 });
    expect(asked).toEqual([false, false, true]);
    server.close();
  });
});

describe('a WeChat that does not answer', () => {
  it.each([['nobody listens', 'http://127.0.0.1:1', 'network']])(
    'is unavailable when %s',
    async (_, origin, fault) => {
      await expect(callWechat(origin, { path: '/x', query: {} })).rejects.toMatchObject({ fault });
    },
  );

  it('is unavailable when it is silent, busy, broken or answers with a page', async () => {
    const answers: Record<string, unknown> = {
      '/busy': { errcode: -1 },
      '/page': '<html>',
      '/500': 500,
      '/silent': undefined,
    };
    const server = await scripted((path) => answers[path]);
    const faultOf = (path: string): Promise<unknown> =>
      callWechat(server.url, { path, query: {} }, 200).catch((error: unknown) =>
        error instanceof WechatUnavailable ? error.fault : error,
      );
    expect(await Promise.all(['/busy', '/page', '/500', '/silent'].map(faultOf))).toEqual([
      'busy',
      'malformed',
      'status',
      'timeout',
    ]);
    server.close();
  });
});

/** A server whose answers the test writes: a number is a status, undefined is silence. */
async function scripted(
  answer: (path: string, body: unknown) => unknown,
): Promise<{ url: string; close: () => void }> {
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const path = (request.url ?? '').replace(/\?.*/, '');
      const value = answer(path, text === '' ? undefined : JSON.parse(text));
      if (value === undefined) return;
      if (typeof value === 'number') response.statusCode = value;
      response.end(typeof value === 'string' ? value : JSON.stringify(value));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
