import { STAFF_ROLES } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/fresh-schema.js';
import { MONDAY_TEN, codeOf } from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';
import { attempt, ownersOf, rightInput, withMember, type Input } from './support/attempt.js';
import { FINDS_NOTHING, KEPT_FILTERS, OF_THE_WHOLE_BRAND } from './support/of-the-brand.js';
import { writtenOperations, type Member, type Operation } from './support/contract.js';
import { hostileValues, type Hostile } from './support/hostile-values.js';
import { faultOf, unnamedIn } from './support/judge.js';
import { ANSWERED_OTHERWISE, aStage, callerOf, type Stage } from './support/right-values.js';
import { checksums } from './support/stored.js';

const AT_ONCE = 8;
/** Every so many of the wrong values are tried by each role. */
const SAMPLE = 80;
const operations = await writtenOperations();
/** Whose calls, and about what: one test each, so that what is slow or wrong is named and no test holds all of them. */
const areaOf = ({ path }: Operation): string => path.split('/').slice(2, 4).join('/');
const AREAS = [...new Set(operations.map(areaOf))].map(
  (area) => [area, operations.filter((one) => areaOf(one) === area)] as const,
);

/** One by one, for what tries many values of every member. */
const CALLS = operations
  .filter(({ members }) => members.length > 0)
  .map((one) => [one.name, [one]] as const);

let schema: FreshSchema;
let api: TestApi;
let origin: string;
let stage: Stage;
const sent = new Map<string, number>();
const statuses = new Map<number, number>();
const begun = performance.now();

const tell = (line: string): void => void process.stdout.write(`  hostile input: ${line}\n`);

beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url);
  api.clock.set(MONDAY_TEN);
  origin = await api.app.getUrl();
  stage = await aStage(api);
});

afterAll(async () => {
  await api.close();
  await schema.drop();
  const kinds = [...sent].sort().map(([kind, count]) => `${kind} ${count}`);
  const answers = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
  const all = [...sent.values()].reduce((sum, count) => sum + count, 0);
  tell(`${all} requests in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  tell(`sent ${kinds.join(', ')}`);
  tell(`answered ${answers.join(', ')}`);
});

interface Try {
  readonly operation: Operation;
  readonly token: string | undefined;
  readonly input: Input;
  readonly kind: string;
  /** What was done to it, for the reader of a failure. */
  readonly what: string;
  /** The member that has to be named. */
  readonly field: string;
}

type Check = (one: Try, answer: Answer) => string | undefined;

function tokenFor(operation: Operation): string | undefined {
  const caller = callerOf(operation);
  return caller === 'client' || caller === 'staff' ? stage.tokens[caller] : undefined;
}

const inputOf = (operation: Operation): Input => rightInput(operation, stage).input;

function tryOf(operation: Operation, member: Pick<Member, 'place' | 'path'>, one: Hostile): Try {
  const { kind, value } = one;
  const text = value === undefined ? 'missing' : (JSON.stringify(value) ?? '').slice(0, 60);
  const field = member.path.join('.');
  const input = withMember(inputOf(operation), member, value);
  return { operation, token: tokenFor(operation), input, kind, field, what: `${field} = ${text}` };
}

/** The faults that a list of calls shows; several go at once, as they would come. */
async function findingsOf(tries: readonly Try[], check: Check): Promise<string[]> {
  const left = [...tries];
  const findings: string[] = [];
  const worker = async (): Promise<void> => {
    for (let one = left.pop(); one; one = left.pop()) {
      const answer = await attempt(origin, one.operation, one.input, one.token);
      sent.set(one.kind, (sent.get(one.kind) ?? 0) + 1);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const fault = faultOf(answer) ?? check(one, answer);
      if (fault !== undefined)
        findings.push(`${one.operation.name}, ${one.what}: ${fault.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return findings;
}

/** Runs what must be refused, call by call, and tells of faults and of calls that changed a table. */
async function refused(tries: readonly Try[], check: Check): Promise<string[]> {
  const findings: string[] = [];
  let before = await checksums(api);
  for (const operation of operations) {
    const own = tries.filter((one) => one.operation === operation);
    if (own.length === 0) continue;
    findings.push(...(await findingsOf(own, check)));
    const after = await checksums(api);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (changed.length > 0) findings.push(`${operation.name} changed ${changed.join(', ')}`);
    before = after;
  }
  return findings;
}

const byName: Check = ({ field }, answer) => unnamedIn(answer, field);

/** With its number, which draws its values: the same ones whichever area it is tried in. */
const MEMBERS = operations
  .flatMap((operation) => operation.members.map((member) => [operation, member] as const))
  .map(([operation, member], salt) => [operation, member, salt] as const);
const membersOf = (own: readonly Operation[]) =>
  MEMBERS.filter(([operation]) => own.includes(operation));

const hostileTries = (own: readonly Operation[], sort: 'wrong' | 'odd'): Try[] =>
  membersOf(own).flatMap(([operation, member, salt]) =>
    hostileValues(member, salt)[sort].map((value) => tryOf(operation, member, value)),
  );
const wrongTries = (own: readonly Operation[]): Try[] => hostileTries(own, 'wrong');

/** Ids in the body and the query that name somebody or something. */
const namesSomething = ({ path }: Member): boolean =>
  /(?:Id|Ids|moving)$/.test(path.at(-1) ?? '') && path.at(-1) !== 'templateId';

describe('the stage', () => {
  it('knows a caller for every call, and a right value for every member and id: extend right-values.ts', () => {
    expect(operations.length).toBeGreaterThan(50);
    const uncalled = operations.filter((operation) => callerOf(operation) === undefined);
    expect(uncalled.map(({ name }) => name)).toEqual([]);
    expect(operations.flatMap((operation) => rightInput(operation, stage).unknown)).toEqual([]);
    tell(`${operations.length} operations of ${AREAS.length} areas, ${MEMBERS.length} members`);
    expect(wrongTries(operations).length).toBeGreaterThan(2_000);
  });
});

describe('input that the contract forbids', () => {
  it.each(CALLS)('is refused with its member named in Chinese, %s', async (_, own) => {
    expect(await refused(wrongTries(own), byName)).toEqual([]);
  });

  it.each(AREAS)('is refused when a member is missing that has to be there, %s', async (_, own) => {
    const tries = membersOf(own)
      .filter(([, { required }]) => required)
      .map(([operation, member]) =>
        tryOf(operation, member, { kind: 'missing', value: undefined }),
      );
    expect(await refused(tries, byName)).toEqual([]);
  });

  it.each(AREAS)('is refused when a member is added that is none, %s', async (_, own) => {
    const names = ['admin', 'id', 'constructor', 'toString', '__proto__', 'a[]', '名字'];
    const tries = own.flatMap((operation) => {
      const places = new Set(operation.members.map(({ place }) => place));
      return [...places].flatMap((place) =>
        // A query has no prototype to begin with, so the name of one means nothing in it.
        names
          .filter((name) => name !== '__proto__' || place === 'body')
          .map((name) => {
            const value = place === 'query' ? 'true' : { admin: true };
            const one = tryOf(operation, { place, path: [name] }, { kind: 'added', value });
            if (name !== '__proto__') return one;
            // Only what JSON reads has such a member of its own.
            const body = Object.assign(JSON.parse('{"__proto__":1}') as object, {});
            Object.defineProperty(body, '__proto__', { value: { admin: true }, enumerable: true });
            return { ...one, input: { ...one.input, body } };
          }),
      );
    });
    expect(await refused(tries, byName)).toEqual([]);
  });

  it.each(AREAS)('is refused when the whole body is something else, %s', async (_, own) => {
    const bodies = [null, 1, 'text', [], [{}], [[]], true, '', { '': {} }];
    const tries = own
      .filter(({ body }) => body)
      .flatMap((operation) =>
        bodies.map((body): Try => {
          const one = tryOf(
            operation,
            { place: 'query', path: ['body'] },
            { kind: 'body', value: undefined },
          );
          return { ...one, input: { ...one.input, body }, what: `body ${JSON.stringify(body)}` };
        }),
      );
    const findings = await refused(tries, (_, { status, body }) =>
      status === 400 ? undefined : `${status} ${JSON.stringify(body)}`,
    );
    expect(findings).toEqual([]);
  });

  it.each(STAFF_ROLES)('is refused to a %s, by the role or by the member', async (role) => {
    const token = await aStaffToken(api, [role], stage.storeIds);
    const turn = STAFF_ROLES.indexOf(role);
    const tries = wrongTries(operations)
      .filter(({ operation }) => callerOf(operation) === 'staff')
      .filter((_, n) => n % SAMPLE === turn)
      .map((one) => ({ ...one, token, kind: 'by role' }));
    expect(tries.length).toBeGreaterThan(40);
    const findings = await refused(tries, (one, answer) =>
      answer.status === 403 ? undefined : byName(one, answer),
    );
    expect(findings).toEqual([]);
  });
});

describe('a header', () => {
  it.each(AREAS)(
    'that is no idempotency key is refused wherever one is read, %s',
    async (_, own) => {
      const keys = ['', 'short', 'x'.repeat(65), 'with a space', "';--", 'tab\there'];
      const tries = own
        .filter(({ method, name }) => method === 'POST' && !name.endsWith('session'))
        .flatMap((operation) =>
          keys.map((key): Try => {
            // Wrong as a whole, so that a call that reads no key does nothing either.
            const input = { ...inputOf(operation), headers: { 'idempotency-key': key } };
            const body = operation.body && { nonsense: 1 };
            const ids = input.ids.map(() => newId());
            const what = `Idempotency-Key ${JSON.stringify(key)}`;
            return {
              ...{ operation, token: tokenFor(operation), input: { ...input, body, ids } },
              ...{ kind: 'headers', what, field: 'Idempotency-Key' },
            };
          }),
        )
        .filter(({ operation }) => operation.body !== undefined || operation.ids.length > 0);
      const findings = await refused(tries, (_, { status }) =>
        [400, 404].includes(status) ? undefined : `taken: ${status}`,
      );
      expect(findings).toEqual([]);
    },
  );
});

describe('an id', () => {
  const withIds = (operation: Operation, ids: readonly string[], what: string): Try => ({
    ...{ operation, token: tokenFor(operation), input: { ...inputOf(operation), ids } },
    ...{
      kind: 'ids in the path',
      field: 'id',
      what: `${what} ${JSON.stringify(ids).slice(0, 60)}`,
    },
  });
  const isNotThere: Check = (_, { status, body }) =>
    status === 404 ? undefined : `${status} ${JSON.stringify(body)}`;

  it.each(AREAS)('that is none, nobody’s, or a stranger’s is the same 404, %s', async (_, own) => {
    const junk = ["' OR 1=1", '../../etc', '😀', 'x'.repeat(100), '%00', 'null', '-1', '0', '{}'];
    const tries = own
      .filter(({ ids }) => ids.length > 0)
      .flatMap((operation) => {
        const right = inputOf(operation).ids;
        const each = right.flatMap((_, at) =>
          [...junk, newId(), newId().toLowerCase()].map((id) =>
            withIds(operation, right.with(at, id), 'no id'),
          ),
        );
        const owners = ownersOf(operation);
        if (owners.every((owner) => OF_THE_WHOLE_BRAND.includes(owner))) return each;
        const strange = owners.map((owner) => stage.strange.ids[owner] ?? '');
        return [...each, withIds(operation, strange, 'stranger’s')];
      });
    expect(await refused(tries, isNotThere)).toEqual([]);
  });

  it('in a body or a query that is nobody’s is refused, and another store’s to staff', async () => {
    const tries = MEMBERS.filter(([, member]) => namesSomething(member))
      // Read only with a proof, which is refused before.
      .filter(([{ name }]) => name !== 'POST /api/client/phone')
      // Kept as it is; whom it leaves is found out when the list is read.
      .filter(([{ path }, member]) => path !== KEPT_FILTERS || member.path[0] !== 'filter')
      .flatMap(([operation, member]) => {
        const unknown = tryOf(operation, member, { kind: 'ids', value: newId() });
        // A list of clients is the whole brand's, whichever store they belong to.
        const isOwn = member.path[0] !== 'filter';
        const isStore =
          isOwn && member.path.at(-1) === 'storeId' && callerOf(operation) === 'staff';
        const foreign = { kind: 'ids', value: stage.strange.storeId };
        return isStore ? [unknown, tryOf(operation, member, foreign)] : [unknown];
      });
    expect(tries.length).toBeGreaterThan(25);
    const findings = await refused(tries, ({ operation, field }, { status, body }) => {
      const text = JSON.stringify(body);
      const isNone =
        FINDS_NOTHING.includes(`${operation.name} ${field}`) &&
        /^\{"(?:items|findings)":\[\]|"why":"not_here"/.test(text);
      return status >= 400 || isNone ? undefined : `taken: ${status} ${text}`;
    });
    expect(findings).toEqual([]);
  });
});

describe('a right call', () => {
  it('passes every check of its input: what is refused above is refused for what is wrong in it', async () => {
    const findings: string[] = [];
    for (const operation of operations.filter((each) => callerOf(each) !== 'wechat')) {
      const ends = operation.method === 'DELETE' && operation.path.endsWith('/session');
      const own = ends && (callerOf(operation) === 'client' ? await aClient(api) : undefined);
      const token = ends
        ? own
          ? own.token
          : await aStaffToken(api, ['desk'], stage.storeIds)
        : tokenFor(operation);
      const answer = await attempt(origin, operation, inputOf(operation), token);
      const isFine =
        answer.status < 300 ||
        answer.status === 409 ||
        codeOf(answer) === ANSWERED_OTHERWISE[operation.name];
      if (!isFine || faultOf(answer) !== undefined)
        findings.push(`${operation.name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    expect(findings).toEqual([]);
  });
});

describe('what only WeChat may send', () => {
  it('is refused for its missing signature before anything in it is read', async () => {
    const bodies = [{}, [], { id: "' OR 1=1" }, { resource: { ciphertext: 'x'.repeat(5_000) } }];
    const before = await checksums(api);
    for (const operation of operations.filter((each) => callerOf(each) === 'wechat')) {
      for (const body of bodies) {
        const input = { ...inputOf(operation), body };
        expect((await attempt(origin, operation, input, undefined)).status).toBe(401);
      }
    }
    expect(await checksums(api)).toEqual(before);
  });
});

describe('input that is only odd', () => {
  it.each(CALLS)(
    'is never a fault, and leaves nothing behind where it is refused, %s',
    async (_, own) => {
      const findings: string[] = [];
      let before = await checksums(api);
      for (const operation of own) {
        let taken = 0;
        const tries = hostileTries([operation], 'odd');
        const seen = await findingsOf(tries, (_, { status }) => {
          if (status < 400) taken += 1;
          return undefined;
        });
        findings.push(...seen);
        if (operation.method === 'GET' && tries.length > 0) taken = 0;
        const after = await checksums(api);
        const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
        if (taken === 0 && changed.length > 0)
          findings.push(`${operation.name} changed ${changed.join(', ')}`);
        before = after;
      }
      expect(findings).toEqual([]);
    },
  );
});

describe('all of it together', () => {
  it('was not answered with a fault of ours once', () => {
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
  });
});
