import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { messageData, Rig } from './support/rig.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

function text(phone: string, params: Record<string, unknown>): Promise<unknown> {
  return rig.post('/sms/send', { phone, template: 'login-code', params });
}

async function page(path = '/'): Promise<string> {
  return (await fetch(rig.url + path)).text();
}

it('delivers a login code with its text', async () => {
  const answer = await rig.post('/sms/send', {
    phone: '+8613800138000',
    template: 'login-code',
    params: { code: '024680', minutes: 5 },
  });
  expect(answer.body).toEqual({ code: 'OK', messageId: expect.any(String) });
  expect(await rig.items('/_sandbox/sms?phone=13800138000')).toEqual([
    {
      id: answer.body['messageId'],
      phone: '13800138000',
      template: 'login-code',
      params: { code: '024680', minutes: '5' },
      text: '【颜册】您的验证码是 024680，5 分钟内有效。请勿告诉他人。',
      at: '2026-03-02T02:00:00.000Z',
    },
  ]);
});

it('shows the texts of one phone, newest first', async () => {
  await text('13800138000', { code: '1111' });
  await text('13900139000', { code: '2222' });
  await text('13800138000', { code: '3333' });
  const texts = await rig.items('/_sandbox/sms?phone=+8613800138000');
  expect(texts.map((each) => each['params'])).toEqual([{ code: '3333' }, { code: '1111' }]);
});

it('shows a person the code on the page', async () => {
  expect(await page()).toContain('还没有短信');
  await text('13800138000', { code: '024680' });
  expect(await page()).toContain('<p class="code" aria-label="验证码">024680</p>');
  expect(await page('/feed')).toContain('138 0013 8000');
});

it('shows what a message says, escaped', async () => {
  await rig.subscribe('oAlice');
  const data = messageData({ thing1: { value: '<b>"护理"&</b>' } });
  await rig.send(await rig.token(), 'oAlice', { data });
  const shown = await page();
  expect(shown).toContain('预约成功通知');
  expect(shown).toContain('<dd>&lt;b&gt;&quot;护理&quot;&amp;&lt;/b&gt;</dd>');
  expect(shown).not.toContain('<b>');
});

it('runs only the script that it sent itself', async () => {
  const answer = await fetch(rig.url);
  const policy = answer.headers.get('content-security-policy') ?? '';
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  expect(await answer.text()).toContain(`<script nonce="${nonce}">`);
});
