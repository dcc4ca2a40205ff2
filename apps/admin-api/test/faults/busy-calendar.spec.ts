import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { expectNoOrphanSlots } from '../support/given/index.js';
import { aClient, aStaffToken } from '../support/people.js';
import { RunningSystem } from '../support/running-system.js';
import type { Reachable } from '../support/wire.js';
import { aBusySalon, type BusySalon } from './busy-calendar/busy-salon.js';
import { Chance } from './busy-calendar/chance.js';
import { BusyClient, BusyDesk, blockSomething, type Scene } from './busy-calendar/people.js';
import { Tally } from './busy-calendar/tally.js';

const CLIENTS = 64;
const DESKS = 4;
const SECONDS = Number(process.env.YANCE_MODEL_SECONDS ?? '60');
/** Longest pause between two deeds of one person; a soak has none. */
const PAUSE_MS = Number(process.env.YANCE_MODEL_PAUSE_MS ?? '1000');
const SEED = process.env.YANCE_MODEL_SEED ?? '20261123';
/** One database behind all processes, or one node of a cluster behind each: their administrators' addresses. */
const NODES = (process.env.TEST_DATABASE_NODES ?? '').split(',').filter(Boolean);
/** Longest time until the next lamp breaks; more often, and nothing is left to book. */
const BREAKS_EVERY_MS = 4_000;
const TAKES_MS = 120_000;
const MOST_GIVEN_UP = 0.001;

let schema: FreshSchema;
let house: TestApi;
let system: RunningSystem;
let doors: Reachable[];
let salon: BusySalon;

beforeAll(async () => {
  schema = await freshSchema();
  house = await anApi(schema.url);
  house.clock.set(new Date());
  salon = await aBusySalon(house);
  system = await RunningSystem.start({ databaseUrl: schema.url });
  const others = NODES.length > 0 ? NODES.slice(1) : [schema.url];
  doors = [system];
  for (const node of others)
    doors.push(await system.startTwin({ DATABASE_URL: new URL(schema.name, node).href }));
}, TAKES_MS);

afterAll(async () => {
  await system.stop();
  await house.close();
  await schema.drop();
});

const doorOf = (n: number): Reachable => doors[n % doors.length] ?? system;

/** Lets somebody act again and again until the time is over. */
async function keepActing(
  act: () => Promise<void>,
  until: number,
  chance: Chance,
  pauseMs = PAUSE_MS,
): Promise<void> {
  while (performance.now() < until) {
    await act();
    const pause = chance.below(pauseMs + 1);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Two visits that are on, with one person, room or device at one time: there must be none. */
async function overlaps(): Promise<unknown[]> {
  return house.database.rows(
    `SELECT a.resource_id AS resource, a.appointment_id AS one, b.appointment_id AS other
       FROM appointment_allocation a
       JOIN appointment one ON one.id = a.appointment_id
        AND one.state IN ('held', 'requested', 'confirmed')
       JOIN appointment_allocation b ON b.resource_id = a.resource_id
        AND b.starts_at < a.ends_at AND b.ends_at > a.starts_at
        AND b.appointment_id > a.appointment_id
       JOIN appointment other ON other.id = b.appointment_id
        AND other.state IN ('held', 'requested', 'confirmed')
      WHERE one.store_id = ?`,
    [salon.store.id],
  );
}

it(
  'holds nobody and nothing twice, whatever 64 clients, four desks and broken lamps do at once',
  async () => {
    const scene: Scene = { salon, tally: new Tally() };
    const clients = await Promise.all(
      Array.from({ length: CLIENTS }, (_, n) => aClient(doorOf(n))),
    );
    const desk = await aStaffToken(house, ['desk'], [salon.store.id]);
    const begun = performance.now();
    const until = begun + SECONDS * 1_000;
    const chances = (who: string, n: number): Chance => new Chance(`${SEED} ${who} ${n}`);
    const client = (one: (typeof clients)[number], n: number): Promise<void> => {
      const chance = chances('client', n);
      const person = new BusyClient(scene, doorOf(n), one, chance);
      return keepActing(() => person.act(), until, chance);
    };
    const deskOf = (n: number): Promise<void> => {
      const chance = chances('desk', n);
      const person = new BusyDesk(scene, doorOf(n), desk, chance);
      return keepActing(() => person.act(), until, chance);
    };
    const blocks = chances('block', 0);
    await Promise.all([
      ...clients.map(client),
      ...Array.from({ length: DESKS }, (_, n) => deskOf(n)),
      keepActing(() => blockSomething(scene, house, blocks), until, blocks, BREAKS_EVERY_MS),
    ]);
    const { tally } = scene;
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    process.stdout.write(
      `  busy calendar: ${tally.deeds} deeds by ${doors.length} processes in ${seconds} s, given up ${tally.givenUp}, seed ${SEED}: ${tally.toString()}\n`,
    );
    expect(tally.faults).toEqual([]);
    expect(tally.givenUp / tally.deeds).toBeLessThan(MOST_GIVEN_UP);
    expect(await overlaps()).toEqual([]);
    await expectNoOrphanSlots(house, salon.store.id);
    // Whoever is there does what she is there for, or nothing was tried.
    const kinds = [
      'book 201',
      'reschedule 200',
      'cancel 200',
      'desk confirm',
      'desk move',
      'block',
    ];
    const seen = [...tally.outcomes.keys()];
    expect(kinds.filter((kind) => !seen.some((outcome) => outcome.startsWith(kind)))).toEqual([]);
  },
  SECONDS * 1_000 + TAKES_MS,
);
