import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { CONFIRMED, errcodeOf, messageData, Rig } from './support/rig.js';
import { TEMPLATES } from '../src/index.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

it('sends one message for one consent', async () => {
  const token = await rig.token();
  await rig.subscribe('oAlice');
  expect(errcodeOf(await rig.send(token, 'oAlice'))).toBe(0);
  expect(errcodeOf(await rig.send(token, 'oAlice'))).toBe(43101);
});

it('adds consents up, and a later refusal takes none away', async () => {
  const token = await rig.token();
  await rig.subscribe('oAlice');
  await rig.subscribe('oAlice');
  const refused = await rig.subscribe('oAlice', 'reject');
  expect(refused.body['credits']).toBe(2);
  const codes = [];
  for (let i = 0; i < 3; i += 1) codes.push(errcodeOf(await rig.send(token, 'oAlice')));
  expect(codes).toEqual([0, 0, 43101]);
});

it('spends no more consents than there are when many send at once', async () => {
  const token = await rig.token();
  for (let i = 0; i < 5; i += 1) await rig.subscribe('oAlice');
  const answers = await Promise.all(Array.from({ length: 20 }, () => rig.send(token, 'oAlice')));
  expect(answers.filter((answer) => errcodeOf(answer) === 0)).toHaveLength(5);
});

it.each(['reject', 'ban', 'filter'])('counts %s as no consent', async (result) => {
  await rig.subscribe('oAlice', result);
  expect(errcodeOf(await rig.send(await rig.token(), 'oAlice'))).toBe(43101);
});

it('counts per person and per template', async () => {
  const token = await rig.token();
  await rig.subscribe('oAlice', 'accept', TEMPLATES.appointmentCancelled.id);
  await rig.subscribe('oBea', 'reject');
  expect(errcodeOf(await rig.send(token, 'oAlice'))).toBe(43101);
  expect(errcodeOf(await rig.send(token, 'oBea'))).toBe(43101);
  const template_id = TEMPLATES.appointmentCancelled.id;
  expect(errcodeOf(await rig.send(token, 'oAlice', { template_id }))).toBe(0);
});

it('keeps the consent when the message was refused for its content', async () => {
  const token = await rig.token();
  await rig.subscribe('oAlice');
  await rig.send(token, 'oAlice', { data: messageData({ phrase5: { value: 'ok' } }) });
  expect(errcodeOf(await rig.send(token, 'oAlice'))).toBe(0);
});

it.each([
  ['nobody', { touser: '' }, 40003],
  ['somebody who never opened the app', { touser: 'oStranger' }, 40003],
  ['an unknown template', { template_id: 'none' }, 40037],
  ['no template', { template_id: undefined }, 40037],
  ['a page on the web', { page: 'https://example.com/' }, 41030],
  ['an unknown program state', { miniprogram_state: 'prod' }, 47003],
  ['no data', { data: undefined }, 47003],
])('refuses %s', async (_what, changes, errcode) => {
  await rig.subscribe('oAlice');
  const answer = await rig.send(await rig.token(), 'oAlice', changes);
  expect([answer.status, errcodeOf(answer)]).toEqual([200, errcode]);
});

it('names the field that does not fit', async () => {
  await rig.subscribe('oAlice');
  const data = messageData({ thing3: { value: '店'.repeat(21) } });
  const answer = await rig.send(await rig.token(), 'oAlice', { data });
  expect(answer.body['errmsg']).toMatch(/^argument invalid! data\.thing3\.value invalid/);
});

it.each([
  ['a field left out', { thing4: undefined }],
  ['a blank field', { thing4: { value: ' ' } }],
  ['a field the template does not have', { thing9: { value: '多余' } }],
  ['a value that is an object', { thing4: { value: {} } }],
])('refuses %s with 47003', async (_what, changes) => {
  await rig.subscribe('oAlice');
  const answer = await rig.send(await rig.token(), 'oAlice', { data: messageData(changes) });
  expect(errcodeOf(answer)).toBe(47003);
});

it('shows on the control side what arrived, newest first, and only for whom was asked', async () => {
  const token = await rig.token();
  for (const openid of ['oAlice', 'oBea', 'oAlice']) {
    await rig.subscribe(openid);
    await rig.send(token, openid);
    rig.clock.advance({ minutes: 1 });
  }
  const messages = await rig.items('/_sandbox/messages?openid=oAlice');
  expect(messages.map((message) => message['at'])).toEqual([
    '2026-03-02T02:02:00.000Z',
    '2026-03-02T02:00:00.000Z',
  ]);
  expect(messages[0]).toMatchObject({
    openid: 'oAlice',
    templateId: CONFIRMED.id,
    title: '预约成功通知',
    page: 'pages/appointment/detail?id=01J',
    miniprogramState: 'formal',
    data: messageData(),
  });
  expect(await rig.items('/_sandbox/messages')).toHaveLength(3);
});
