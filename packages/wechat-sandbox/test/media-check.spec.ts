import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { APPID, errcodeOf, eventually, Rig, type Answer } from './support/rig.js';

const PATH = '/wxa/media_check_async';

let rig: Rig;
let files: Server;
let origin: string;

/** Serves one small picture, one file above 10 MB, and 404 elsewhere. */
beforeEach(async () => {
  rig = new Rig();
  files = createServer((request, response) => {
    if (request.url === '/small.png') response.end(Buffer.alloc(64));
    else if (request.url === '/large.png') response.end(Buffer.alloc(10 * 1024 * 1024 + 1));
    else response.writeHead(404).end('none');
  });
  await rig.start();
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((files.address() as AddressInfo).port)}`;
  await rig.visit('oAlice');
});

afterEach(async () => {
  await rig.stop();
  files.closeAllConnections();
  await new Promise((resolve) => files.close(resolve));
});

function check(changes: Record<string, unknown> = {}): Promise<Answer> {
  return rig.api(PATH, {
    media_url: `${origin}/small.png`,
    media_type: 2,
    version: 2,
    scene: 1,
    openid: 'oAlice',
    ...changes,
  });
}

/** The event as the app would receive it; nobody listens here, so it is kept. */
async function result(): Promise<Record<string, unknown>> {
  rig.clock.advance({ seconds: 1 });
  const event = await eventually(async () => {
    const items = await rig.items('/_sandbox/push/deliveries');
    return items.find((each) => each['event'] === 'wxa_media_check');
  });
  return JSON.parse(String(event['message'])) as Record<string, unknown>;
}

it('answers with a trace_id at once and tells the result by an event', async () => {
  const { body } = await check();
  expect(body).toMatchObject({ errcode: 0, trace_id: expect.any(String) });
  expect(await rig.items('/_sandbox/push/deliveries')).toEqual([]);
  expect(await result()).toMatchObject({
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: APPID,
    trace_id: body['trace_id'],
    version: 2,
    errcode: 0,
    result: { suggest: 'pass', label: 100 },
    detail: [{ strategy: 'content_model', errcode: 0 }],
  });
});

it.each([
  ['sandbox-risky-20002', { suggest: 'risky', label: 20002 }],
  ['sandbox-review-20001', { suggest: 'review', label: 20001 }],
  ['sandbox-risky-10001', { suggest: 'risky', label: 21000 }],
])('finds %s what its address says', async (name, found) => {
  await check({ media_url: `https://files.example.com/${name}.jpg` });
  expect(await result()).toMatchObject({ errcode: 0, result: found });
});

it.each(['/none.png', '/large.png'])('says -1008 of %s, which it cannot read', async (path) => {
  await check({ media_url: origin + path });
  expect(await result()).toMatchObject({ errcode: -1008 });
});

it.each([
  ['no address', { media_url: '' }, 47001],
  ['another media type', { media_type: 3 }, 40004],
  ['another scene', { scene: 9 }, 40129],
  ['the old version', { version: 1 }, 47001],
  ['a stranger', { openid: 'oStranger' }, 40003],
])('refuses %s', async (_what, changes, errcode) => {
  expect(errcodeOf(await check(changes))).toBe(errcode);
});

it('wants a visit within two hours', async () => {
  rig.clock.advance({ hours: 3 });
  expect(errcodeOf(await check())).toBe(61010);
});

it('says 44991, 45009 and 87020 above its limits', async () => {
  await rig.limit(PATH, 'total', 1);
  expect(errcodeOf(await check())).toBe(0);
  expect(errcodeOf(await check())).toBe(87020);
  await rig.limit(PATH, 'minute', 0);
  expect(errcodeOf(await check())).toBe(44991);
  await rig.limit(PATH, 'minute', null);
  await rig.limit(PATH, 'day', 0);
  expect(errcodeOf(await check())).toBe(45009);
});

it('forgets what is under way on reset', async () => {
  await check();
  await rig.post('/_sandbox/reset', {});
  await rig.visit('oAlice');
  await check({ media_url: 'https://files.example.com/sandbox-risky-20006' });
  expect(await result()).toMatchObject({ result: { label: 20006 } });
  expect(await rig.items('/_sandbox/push/deliveries')).toHaveLength(1);
});
