import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/index.js';
import { Log } from '../logging/index.js';
import { TEST_ENVIRONMENT } from '../testing/a-config.js';
import { SmsRefused, SmsUnanswered, type TextMessage } from './sms-sender.js';
import { TencentSmsSender } from './tencent-sms-sender.js';

/** What the stand-in answers next; `drop` closes the line. */
let answer: object | 'drop';
let asked: { headers: Record<string, unknown>; body: Record<string, unknown> };
let server: Server;
let sender: TencentSmsSender;

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
      asked = { headers: request.headers, body };
      if (answer === 'drop') return void request.socket.destroy();
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ Response: { RequestId: 'r', ...answer } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const tencent = {
    ...{ origin: `http://127.0.0.1:${port}`, region: 'ap-guangzhou', secretId: 'AKID' },
    ...{ secretKey: 'not-a-secret', appId: '1400000000', signName: '颜册' },
    templates: {
      ...{ 'login-code': '101', 'coupon-gift': undefined },
      ...{ 'visit-news': '103', 'visit-reminder': '104' },
    },
  };
  sender = new TencentSmsSender(tencent, new Log('silent'));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const message: TextMessage = {
  ...{ phone: '13800138000', template: 'visit-news' },
  params: { time: '11月23日14:00', store: '静安店', status: '已取消' },
};
const said = (Code: string): object => ({ SendStatusSet: [{ Code, PhoneNumber: '' }] });
const failed = (Code: string): object => ({ Error: { Code, Message: 'x' } });

describe('a text message by Tencent Cloud', () => {
  it('goes to the number with the words in the template’s own order, signed', async () => {
    answer = said('Ok');
    await sender.send(message);
    expect(asked.body).toEqual({
      ...{ PhoneNumberSet: ['+8613800138000'], SmsSdkAppId: '1400000000', SignName: '颜册' },
      ...{ TemplateId: '103', TemplateParamSet: ['11月23日14:00', '静安店', '已取消'] },
    });
    expect(asked.headers['authorization']).toMatch(/^TC3-HMAC-SHA256 Credential=AKID\//);
  });

  it.each([
    ['LimitExceeded.PhoneNumberDailyLimit', 'RATE_LIMITED'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'SMS_UNAVAILABLE'],
  ])('that is answered %s can be tried again: %s', async (code, expected) => {
    answer = said(code);
    await expect(sender.send(message)).rejects.toMatchObject({ code: expected });
    await expect(sender.send(message)).rejects.not.toBeInstanceOf(SmsRefused);
  });

  it('to a number that takes none is refused for good', async () => {
    answer = said('FailedOperation.PhoneNumberInBlacklist');
    await expect(sender.send(message)).rejects.toBeInstanceOf(SmsRefused);
  });

  it('of a kind that the salon has no template for is refused for good, and nobody is asked', async () => {
    answer = 'drop';
    const gift = { ...message, template: 'coupon-gift' } as const;
    await expect(sender.send(gift)).rejects.toBeInstanceOf(SmsRefused);
  });

  it.each([['drop'], [failed('InternalError.Timeout')]])(
    'whose answer is lost may have gone out',
    async (lost) => {
      answer = lost as object | 'drop';
      await expect(sender.send(message)).rejects.toBeInstanceOf(SmsUnanswered);
    },
  );

  it('with a wrong key says that no message can be sent', async () => {
    answer = failed('AuthFailure.SignatureFailure');
    await expect(sender.send(message)).rejects.toMatchObject({ code: 'SMS_UNAVAILABLE' });
    await expect(sender.send(message)).rejects.not.toBeInstanceOf(SmsUnanswered);
  });
});

describe('the settings of a provider', () => {
  it('name each variable that is missing', () => {
    const read = () => readConfig({ ...TEST_ENVIRONMENT, SMS_PROVIDER: 'tencent' });
    for (const name of ['SECRET_ID', 'SECRET_KEY', 'APP_ID', 'SIGN', 'TEMPLATE_LOGIN_CODE'])
      expect(read).toThrow(new RegExp(`SMS_TENCENT_${name}: is missing`));
  });

  it('of one that only logs are refused in production', () => {
    const log = { ...TEST_ENVIRONMENT, YANCE_ENV: 'production', SMS_PROVIDER: 'log' };
    expect(() => readConfig(log)).toThrow(/SMS_PROVIDER: sends nothing/);
  });
});
