import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { MONDAY_TEN } from '../support/given/index.js';
import { aPhone } from '../support/people.js';
import { RunningSystem } from '../support/running-system.js';
import { attempt, rightInput, withMember } from '../http/hostile/support/attempt.js';
import {
  writtenOperations,
  type Member,
  type Operation,
} from '../http/hostile/support/contract.js';
import { aStage, callerOf, type Stage } from '../http/hostile/support/right-values.js';
import { everyCell, formsIn } from './planted.js';
import { writeAboutMoney } from './planted-money.js';
import { freeWords, plantedIn, NOT_ABOUT_PEOPLE, NOTHING_BEHIND } from './planted-fields.js';

const WORD = `怀孕${randomBytes(3).toString('hex')}周`;
const PHONE = aPhone();
const MOVED_CLOCK = path.resolve(import.meta.dirname, '../support/moved-clock.mjs');

/** Salons with something of everything take their time. */
const LONGEST_MS = 400_000;

const folder = mkdtempSync(path.join(tmpdir(), 'yance-planted-'));
const operations = await writtenOperations();

let schema: FreshSchema;
let inspector: TestApi;
let system: RunningSystem;
let stage: Stage;
/** Calls that were written in scenes of their own. */
let byScenes: readonly string[];

beforeAll(async () => {
  schema = await freshSchema();
  inspector = await anApi(schema.url);
  inspector.clock.set(MONDAY_TEN);
  stage = await aStage(inspector);
  byScenes = [...(await writeAboutMoney(inspector, `${WORD}${PHONE}`))];
  const clock = path.join(folder, 'clock');
  writeFileSync(clock, `${MONDAY_TEN.getTime()} ${Date.now()}`);
  const settings = {
    NODE_OPTIONS: `--import ${MOVED_CLOCK}`,
    YANCE_MOVED_CLOCK: clock,
    LOG_LEVEL: 'debug',
  };
  system = await RunningSystem.start({ databaseUrl: schema.url, settings });
}, LONGEST_MS);
afterAll(async () => {
  await system.stop();
  await inspector.close();
  await schema.drop();
  rmSync(folder, { recursive: true });
});

interface Planted {
  readonly operation: Operation;
  readonly members: readonly Member[];
  readonly status: number;
  readonly answer: string;
}

const planted: Planted[] = [];

/** Whether one of the scenes made a call of this kind. */
function isInScenes({ method, path: template }: Operation): boolean {
  const pattern = new RegExp(`^${method} ${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
  return byScenes.some((call) => pattern.test(call));
}

/** Sends a call that is right in all, with the health word and the phone in every free text of it. */
async function plantIn(operation: Operation): Promise<void> {
  const members = freeWords(operation);
  if (members.length === 0) return;
  const caller = callerOf(operation);
  const token = caller === 'client' || caller === 'staff' ? stage.tokens[caller] : undefined;
  let { input } = rightInput(operation, stage);
  for (const member of members)
    input = withMember(input, member, plantedIn(member, { word: WORD, phone: PHONE }));
  const { status, body } = await attempt(system.origin, operation, input, token);
  planted.push({ operation, members, status, answer: JSON.stringify(body) ?? '' });
}

describe('a health word and a phone in every free text that the contract has', () => {
  it('are taken wherever people write about people', async () => {
    for (const operation of operations) await plantIn(operation);
    const refused = planted
      .filter(({ status }) => status >= 300)
      .filter(({ operation }) => !NOTHING_BEHIND.includes(operation.name) && !isInScenes(operation))
      .map(({ operation, status, answer }) => `${operation.name}: ${status} ${answer}`);
    const texts = planted.flatMap(({ members }) => members).length;
    process.stdout.write(`planted: ${texts} free texts of ${planted.length} calls\n`);
    expect(refused).toEqual([]);
    expect(planted.length).toBeGreaterThan(60);
  });

  it('are looked for in calls that exist: what is left out is still there to be left out', () => {
    const names = operations.map(({ name }) => name);
    const gone = [...NOT_ABOUT_PEOPLE.map(({ call }) => call), ...NOTHING_BEHIND].filter(
      (call) => !names.includes(call),
    );
    expect(gone).toEqual([]);
  });

  it('would be found in whatever form they were written', () => {
    for (const before of ['', 'a', 'ab', '备注：']) {
      const bytes = Buffer.from(`${before}${WORD}，请电 ${PHONE}`);
      const forms = [
        ...[bytes.toString('utf8'), bytes.toString('hex'), bytes.toString('base64')],
        ...[encodeURIComponent(bytes.toString('utf8')), bytes.toString('base64url')],
      ];
      for (const form of forms) {
        const found = formsIn(form, [WORD, PHONE]).map((one) => one.split(' ')[0]);
        expect([form, [...new Set(found)]]).toEqual([form, [WORD, PHONE]]);
      }
    }
    expect(formsIn('孕期护理 13900000000', [WORD, PHONE])).toEqual([]);
  });

  it('lie in no table, whatever form they are in', async () => {
    const cells = await everyCell(inspector.database);
    const found = cells.flatMap(({ table, column, text }) =>
      formsIn(text, [WORD, PHONE]).map((form) => `${table}.${column}: ${form}`),
    );
    process.stdout.write(`planted: ${cells.length} values in all tables\n`);
    expect([...new Set(found)].sort()).toEqual([]);
  });

  it('stand in no line that any process printed', () => {
    const lines = system.logs.split('\n');
    process.stdout.write(`planted: ${lines.length} lines of log\n`);
    expect(lines.length).toBeGreaterThan(60);
    expect(formsIn(system.logs, [WORD, PHONE])).toEqual([]);
  });
});
