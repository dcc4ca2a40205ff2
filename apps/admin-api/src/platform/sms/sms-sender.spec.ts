import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSandbox, type Sandbox } from '@yance/wechat-sandbox';
import { Log } from '../logging/index.js';
import { OffSmsSender } from './off-sms-sender.js';
import { SandboxSmsSender } from './sandbox-sms-sender.js';

const log = new Log('silent');
const message = {
  phone: '13800138000',
  template: 'login-code',
  params: { code: '123456', minutes: '5' },
} as const;
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = createSandbox({ appid: 'wx0123456789abcdef', secret: 'a'.repeat(32) });
  await sandbox.listen();
});

afterEach(() => sandbox.close());

describe('text messages', () => {
  it('reach the simulated phone', async () => {
    await new SandboxSmsSender(sandbox.url, log).send(message);
    const answer = await fetch(`${sandbox.url}/_sandbox/sms?phone=13800138000`);
    expect(await answer.text()).toContain('123456');
  });

  it('are refused clearly when the provider does not answer', async () => {
    const nobody = new SandboxSmsSender('http://127.0.0.1:1', log);
    await expect(nobody.send(message)).rejects.toMatchObject({ code: 'SMS_UNAVAILABLE' });
  });

  it('are refused clearly when the provider does not take the message', async () => {
    const bad = { ...message, params: {} };
    const sender = new SandboxSmsSender(sandbox.url, log);
    await expect(sender.send(bad)).rejects.toMatchObject({ code: 'SMS_UNAVAILABLE' });
  });

  it('are refused clearly when no provider is configured', async () => {
    await expect(new OffSmsSender().send()).rejects.toMatchObject({ code: 'SMS_UNAVAILABLE' });
  });
});
