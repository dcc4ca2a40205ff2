import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { systemClock } from '../src/clock.js';
import { FaultInjector } from '../src/faults/fault-injector.js';
import { KeyRing, ROTATIONS } from '../src/pay/keys/key-ring.js';
import { TAMPERED_FIELDS } from '../src/pay/notify/letter.js';
import { PaySide } from '../src/pay/pay-side.js';
import { PAY_CODES } from '../src/pay/wire/errors.js';
import { SandboxState } from '../src/state/sandbox-state.js';
import { Schedule } from '../src/state/schedule.js';
import { TEMPLATES } from '../src/templates.js';
import { ERRORS } from '../src/platform/errors.js';
import { FAULT_KINDS } from '../src/faults/fault.js';
import { Rig } from './support/rig.js';

const README = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8');

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

it('names every interface with its method', async () => {
  const endpoints = await rig.items('/_sandbox/endpoints');
  const calls = endpoints.map(({ method, path: at }) => `${String(method)} ${String(at)} `);
  expect(calls.filter((call) => !README.includes(call))).toEqual([]);
});

it('names every error code that the sandbox can give, singly or in a range', () => {
  const ranges = [...README.matchAll(/(\d{5,9}) to (\d{5,9})/g)].map(([, from, to]) => ({
    from: Number(from),
    to: Number(to),
  }));
  const missing = Object.values(ERRORS)
    .map(({ errcode }) => errcode)
    .filter((code) => !new RegExp(`(^|\\D)${String(code)}(\\D|$)`).test(README))
    .filter((code) => !ranges.some(({ from, to }) => code >= from && code <= to));
  expect(missing).toEqual([]);
});

it('names every interface of WeChat Pay, every code and every field that can be tampered with', () => {
  const pay = new PaySide(
    new SandboxState({ appid: 'a', secret: 's', templates: TEMPLATES }, systemClock),
    new KeyRing(undefined, undefined),
    new FaultInjector({ expireNow: () => undefined }),
    new Schedule(systemClock),
    { paid: () => undefined, refunded: () => undefined },
  );
  const calls = pay.endpoints.map(({ method, path: at }) => `| ${method} ${at} `);
  const words = [...PAY_CODES, ...TAMPERED_FIELDS, ...Object.keys(pay.settings), ...ROTATIONS];
  expect([...calls, ...words].filter((each) => !README.includes(each))).toEqual([]);
});

it('names every kind of fault', () => {
  expect(FAULT_KINDS.filter((kind) => !README.includes(`| ${kind} `))).toEqual([]);
});
