import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { encryptMessage } from '../src/push/cipher.js';
import { pushSignature } from '../src/push/signature.js';
import { AES_KEY, decrypt, PushReceiver, sha1, TOKEN } from './support/push-receiver.js';
import { APPID, CONFIRMED, eventually, Rig, type Answer } from './support/rig.js';
import { TEMPLATES } from '../src/index.js';

let rig: Rig;
let receiver: PushReceiver;
let url: string;

beforeEach(async () => {
  rig = new Rig();
  receiver = new PushReceiver();
  await rig.start();
  url = await receiver.start();
});

afterEach(async () => {
  await rig.stop();
  await receiver.stop();
});

function listen(changes: Record<string, unknown> = {}): Promise<Answer> {
  return rig.post('/_sandbox/push', { url, token: TOKEN, mode: 'plain', ...changes });
}

function secure(format: 'json' | 'xml'): Promise<Answer> {
  return listen({ mode: 'secure', encodingAesKey: AES_KEY, format });
}

/** The first message that arrived, as JSON. */
async function firstMessage(): Promise<Record<string, unknown>> {
  const { body } = await eventually(() => receiver.received[0]);
  return JSON.parse(body) as Record<string, unknown>;
}

function delivery(state: string): Promise<Record<string, unknown>> {
  return eventually(async () => {
    const items = await rig.items('/_sandbox/push/deliveries');
    return items.find((each) => each['state'] === state);
  });
}

describe('the official vectors', () => {
  it('sign token, timestamp and nonce', () => {
    expect(pushSignature('AAAAA', '1714036504', '1514711492')).toBe(
      'f464b24fc39322e44b38aa78f5edd27bd1441696',
    );
  });

  it('encrypt and sign a message in secure mode', () => {
    const random = Buffer.from('707722b803182950');
    const key = 'A'.repeat(43);
    const encrypted = encryptMessage(
      '{"demo_resp":"good luck"}',
      'wxba5fad812f8e6fb9',
      key,
      random,
    );
    expect(encrypted).toBe(
      'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
    );
    expect(pushSignature('AAAAA', '1713424427', '415670741', encrypted)).toBe(
      '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1',
    );
  });
});

describe('the verification', () => {
  it('keeps an address that echoes the text it was sent with a right signature', async () => {
    expect((await listen()).status).toBe(200);
    expect((await rig.get('/_sandbox/push')).body).toEqual({
      target: { url, mode: 'plain', format: 'json' },
    });
  });

  it('keeps no address that answers anything else', async () => {
    receiver.echoes = false;
    const answer = await listen();
    expect([answer.status, answer.body['errors']]).toEqual([
      400,
      [expect.objectContaining({ field: 'url' })],
    ]);
    expect((await rig.get('/_sandbox/push')).body).toEqual({ target: null });
  });

  it.each([
    ['no token', { token: undefined }, 'token'],
    ['another mode', { mode: 'open' }, 'mode'],
    ['secure mode without a key', { mode: 'secure' }, 'encodingAesKey'],
    [
      'a key of 42 characters',
      { mode: 'secure', encodingAesKey: 'a'.repeat(42) },
      'encodingAesKey',
    ],
    ['a field that nobody reads', { aesKey: 'x' }, 'aesKey'],
  ])('refuses %s', async (_what, changes, field) => {
    const answer = await listen(changes);
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toContainEqual(expect.objectContaining({ field }));
  });
});

describe('an event', () => {
  it('is posted with a signature over token, timestamp and nonce, the own query kept', async () => {
    await listen();
    await rig.subscribe('oAlice');
    const { query, contentType } = await eventually(() => receiver.received[0]);
    expect(query['signature']).toBe(sha1(TOKEN, query['timestamp'], query['nonce']));
    expect([query['from'], contentType]).toEqual(['test', 'application/json']);
    expect((await delivery('delivered'))['attempts']).toHaveLength(1);
  });

  it('of one template carries its List as an object, of several as an array', async () => {
    await listen();
    await rig.subscribe('oAlice');
    expect(await firstMessage()).toEqual({
      ToUserName: expect.stringMatching(/^gh_/),
      FromUserName: 'oAlice',
      CreateTime: Date.parse('2026-03-02T02:00:00Z') / 1000,
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: { TemplateId: CONFIRMED.id, SubscribeStatusString: 'accept', PopupScene: '0' },
    });
    await rig.post('/_sandbox/subscribe', {
      openid: 'oAlice',
      results: [
        { templateId: CONFIRMED.id, result: 'accept' },
        { templateId: TEMPLATES.appointmentChanged.id, result: 'reject' },
        { templateId: TEMPLATES.appointmentCancelled.id, result: 'ban' },
      ],
    });
    const second = await eventually(() => receiver.received[1]);
    expect((JSON.parse(second.body) as { List: unknown[] }).List).toHaveLength(2);
  });

  it('tells that a template was turned off, and the consents for it are void', async () => {
    await rig.subscribe('oAlice');
    await listen();
    await rig.post('/_sandbox/subscription-settings', {
      openid: 'oAlice',
      templateIds: [CONFIRMED.id],
    });
    expect(await firstMessage()).toMatchObject({
      Event: 'subscribe_msg_change_event',
      List: { TemplateId: CONFIRMED.id, SubscribeStatusString: 'reject' },
    });
    expect((await rig.send(await rig.token(), 'oAlice')).body['errcode']).toBe(43101);
  });

  it('tells that a message was sent, with the number that the call gave', async () => {
    await rig.subscribe('oAlice');
    await listen();
    const sent = await rig.send(await rig.token(), 'oAlice');
    expect(await firstMessage()).toMatchObject({
      Event: 'subscribe_msg_sent_event',
      List: { MsgID: String(sent.body['msgid']), ErrorCode: '0', ErrorStatus: 'success' },
    });
  });

  it('can be XML, the items in an element of their own', async () => {
    await listen({ format: 'xml' });
    await rig.subscribe('oAlice');
    const { body, contentType } = await eventually(() => receiver.received[0]);
    expect(contentType).toBe('text/xml');
    expect(body).toContain('<FromUserName><![CDATA[oAlice]]></FromUserName>');
    expect(body).toContain(
      `<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[${CONFIRMED.id}]]></TemplateId>`,
    );
  });

  it.each(['json', 'xml'] as const)(
    'is only ciphertext in secure mode as %s, signed with it and closed with the appid',
    async (format) => {
      await secure(format);
      await rig.subscribe('oAlice');
      const { query, body } = await eventually(() => receiver.received[0]);
      const encrypted =
        format === 'json'
          ? (JSON.parse(body) as { Encrypt: string }).Encrypt
          : (/<Encrypt><!\[CDATA\[(.*?)\]\]><\/Encrypt>/.exec(body)?.[1] ?? '');
      expect(query).toMatchObject({
        openid: 'oAlice',
        encrypt_type: 'aes',
        signature: sha1(TOKEN, query['timestamp'], query['nonce']),
        msg_signature: sha1(TOKEN, query['timestamp'], query['nonce'], encrypted),
      });
      const { message, appid } = decrypt(encrypted, AES_KEY);
      expect(appid).toBe(APPID);
      expect(message).toContain('subscribe_msg_popup_event');
      expect(body).not.toContain('subscribe_msg_popup_event');
    },
  );

  it('is kept for the control side when nobody listens', async () => {
    await rig.subscribe('oAlice');
    expect(await delivery('noTarget')).toMatchObject({ event: 'subscribe_msg_popup_event' });
  });
});

describe('an answer', () => {
  it.each(['success', ''])('%j is a delivery', async (answer) => {
    receiver.answer = answer;
    await listen();
    await rig.subscribe('oAlice');
    expect((await delivery('delivered'))['attempts']).toMatchObject([{ outcome: 'success' }]);
  });

  it.each([
    [500, 'status 500'],
    ['fail', 'other answer'],
  ])('%j is sent again five seconds later, three times', async (answer, outcome) => {
    receiver.answer = answer;
    await listen();
    await rig.subscribe('oAlice');
    for (let sent = 1; sent <= 3; sent += 1) {
      await eventually(async () => (await attempts()).length === sent || undefined);
      rig.clock.advance({ seconds: 5 });
    }
    const failed = await delivery('failed');
    expect(failed['attempts']).toMatchObject(Array.from({ length: 4 }, () => ({ outcome })));
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  });

  it('that does not come within five seconds is sent again at once', async () => {
    receiver.answer = null;
    await listen();
    await rig.subscribe('oAlice');
    await eventually(() => receiver.received[0]);
    rig.clock.advance({ seconds: 4 });
    expect(await attempts()).toHaveLength(0);
    receiver.answer = 'success';
    rig.clock.advance({ seconds: 1 });
    const delivered = await delivery('delivered');
    expect(delivered['attempts']).toMatchObject([{ outcome: 'timeout' }, { outcome: 'success' }]);
  });

  async function attempts(): Promise<unknown[]> {
    const [item] = await rig.items('/_sandbox/push/deliveries');
    return (item?.['attempts'] ?? []) as unknown[];
  }
});

describe('the control side', () => {
  it('sends a delivered event once more, the same to the byte', async () => {
    await listen();
    await rig.subscribe('oAlice');
    const { id } = await delivery('delivered');
    await rig.post(`/_sandbox/push/deliveries/${String(id)}/again`, {});
    const again = await eventually(() => receiver.received[1]);
    expect(again.body).toBe(receiver.received[0]?.body);
  });

  it('sends any event', async () => {
    await listen();
    await rig.post('/_sandbox/push/events', {
      event: 'debug_demo',
      from: 'oAlice',
      fields: { debug_str: 'hello world' },
    });
    expect(await firstMessage()).toMatchObject({ Event: 'debug_demo', debug_str: 'hello world' });
  });

  it('spoils what a receiver has to check', async () => {
    await secure('json');
    for (const tamper of ['signature', 'msgSignature', 'appid', 'body']) {
      await rig.post('/_sandbox/push/events', { event: 'debug_demo', from: 'oAlice', tamper });
    }
    await eventually(() => receiver.received[3]);
    const sound = receiver.received.map(({ query, body }) => {
      const { Encrypt } = JSON.parse(body) as { Encrypt: string };
      const [at, nonce] = [query['timestamp'], query['nonce']];
      if (query['signature'] !== sha1(TOKEN, at, nonce)) return 'signature';
      if (query['msg_signature'] !== sha1(TOKEN, at, nonce, Encrypt)) return 'msg_signature';
      return decrypt(Encrypt, AES_KEY).appid === APPID ? 'sound' : 'appid';
    });
    expect(sound.sort()).toEqual(['appid', 'msg_signature', 'msg_signature', 'signature']);
  });

  it('forgets target and deliveries on reset', async () => {
    await listen();
    await rig.subscribe('oAlice');
    await rig.post('/_sandbox/reset', {});
    expect((await rig.get('/_sandbox/push')).body).toEqual({ target: null });
    expect(await rig.items('/_sandbox/push/deliveries')).toEqual([]);
  });
});
