import { describe, expect, it } from '@jest/globals';
import { Log } from './log.js';
import { NestLog } from './nest-log.js';
import { redactText } from './redact.js';
import { inRequest } from './request-context.js';

/** A log that can be read back, line by line. */
function aLog(): { log: Log; text: () => string; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const log = new Log('debug', { write: (line: string) => void written.push(line) });
  const text = (): string => written.join('');
  return {
    log,
    text,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

const PHONE = '13912345678';
const PLANTED = {
  authorization: 'Bearer AAAA-planted-bearer',
  headers: { cookie: 'yance_staff=planted-cookie', 'x-csrf-token': 'planted-csrf' },
  body: {
    username: 'desk',
    password: 'planted-password',
    totp: '550126',
    code: '0a1B2c-planted-code',
    smsCode: '771204',
    phone: PHONE,
    nested: [{ accessToken: 'planted-access', session_key: 'planted-session-key' }],
  },
  client: {
    allergies: ['planted-nuts'],
    skinAssessment: { type: 'planted-type' },
    过敏史: 'planted-花粉',
  },
  note: `call me at ${PHONE} or 139-1234-5678 or １３９１２３４５６７８`,
  number: Number(PHONE),
  url: '/sns/jscode2session?secret=planted-secret&js_code=planted-js&x=1',
};
const SECRETS = [/planted/, /13912345678/, /139-1234-5678/, /１３９１２３４/, /550126/, /771204/];

describe('the log', () => {
  it('lets no planted secret through as a field, at any depth', () => {
    const { log, text } = aLog();
    log.info('request', PLANTED);
    for (const secret of SECRETS) expect(text()).not.toMatch(secret);
    expect(text()).toContain('desk');
  });

  it('lets no planted secret through in a sentence', () => {
    const { log, text } = aLog();
    log.warn(
      `password=planted-1 "token":"planted-2" Authorization: Bearer planted-3 code=planted-4 secret: planted-5 phone ${PHONE}`,
    );
    for (const secret of SECRETS) expect(text()).not.toMatch(secret);
  });

  it('lets no planted secret through in an error, its trace, its cause or the query it failed on', () => {
    const { log, text } = aLog();
    const cause = Object.assign(new Error(`login failed, token=planted-cause for ${PHONE}`), {
      sql: `INSERT INTO t VALUES ('${PHONE}', 'planted-sql')`,
      parameters: ['planted-parameter'],
      code: 'ER_DUP_ENTRY',
      errno: 1062,
    });
    log.error('failed', { err: new Error(`password: planted-message`, { cause }) });
    for (const secret of SECRETS) expect(text()).not.toMatch(secret);
    expect(text()).toContain('ER_DUP_ENTRY');
    expect(text()).toContain('1062');
  });

  it('lets no value through that a duplicate key quotes', () => {
    expect(redactText("Duplicate entry '张小美-1' for key 'uq_name'")).toBe(
      "Duplicate entry '[redacted]' for key 'uq_name'",
    );
  });

  it("keeps an error's code and hides a login code of the same name", () => {
    const { log, lines } = aLog();
    log.info('a', { code: 'SLOT_TAKEN' });
    log.info('b', { code: '081abcDEF' });
    expect(lines().map((line) => line['code'])).toEqual(['SLOT_TAKEN', '[redacted]']);
    expect(redactText('code: SLOT_TAKEN')).toBe('code: SLOT_TAKEN');
    expect(redactText('code: 123456')).toBe('code: [redacted]');
  });

  it('keeps ids, times and amounts readable', () => {
    const { log, lines } = aLog();
    const fields = {
      id: '01JD3N5W8XQ2V7R4T6Y8Z0ABCD',
      amountFen: 128_800,
      at: '2026-11-22T10:00:00+08:00',
      epoch: 1_795_312_800_000,
    };
    log.info('kept', fields);
    expect(lines()[0]).toMatchObject(fields);
  });

  it('names the request that a line belongs to, after awaits too', async () => {
    const { log, lines } = aLog();
    await inRequest({ requestId: 'request-1' }, async () => {
      await Promise.resolve();
      log.info('inside');
    });
    log.info('outside');
    expect(lines().map((line) => line['requestId'])).toEqual(['request-1', undefined]);
  });

  it('survives values that do not print: circles, functions, bytes, deep objects', () => {
    const { log, lines } = aLog();
    const circle: Record<string, unknown> = { bytes: Buffer.from('planted'), run: () => 1 };
    circle['self'] = circle;
    log.info('odd', circle);
    expect(lines()).toHaveLength(1);
  });

  it("takes Nest's messages with the class they come from and the error they carry", () => {
    const { log, lines } = aLog();
    const nest = new NestLog(log);
    nest.log('started', 'NestApplication');
    nest.error(new Error('broken'), 'http');
    nest.error('broken', 'Error: broken\n    at x', 'Worker');
    expect(lines()).toMatchObject([
      { level: 'info', msg: 'started', context: 'NestApplication' },
      { level: 'error', msg: 'broken', context: 'http', err: { type: 'Error' } },
      { level: 'error', msg: 'broken', context: 'Worker' },
    ]);
  });
});
