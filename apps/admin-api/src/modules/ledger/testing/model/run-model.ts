import { createConnection, type Connection } from 'mysql2/promise';
import { isOverload, isTransient, type Tx } from '../../../../platform/database/index.js';
import { Refusal } from '../../../../platform/errors/index.js';
import { newId } from '../../../../platform/ids/index.js';
import { EntryExists } from '../../entry-exists.js';
import type { TestLedger } from '../a-ledger.js';
import * as cards from './card-deeds.js';
import * as coupons from './coupon-deeds.js';
import { Crash, crashingTx, type CrashPlan } from './crashing-tx.js';
import type { Deed, World } from './deed.js';
import * as other from './other-deeds.js';
import * as points from './points-deeds.js';
import { Random } from './random.js';
import { SalonModel } from './salon-model.js';
import * as wallet from './wallet-deeds.js';

type Doer = (world: World) => Deed | undefined;

/** How often what happens. */
const DOERS: readonly (readonly [number, Doer])[] = [
  ...([
    [14, wallet.topUp],
    [22, wallet.spend],
    [4, wallet.undo],
    [4, wallet.transfer],
  ] as const),
  ...([
    [5, wallet.hold],
    [5, wallet.endHold],
    [2, wallet.bonusEnds],
  ] as const),
  ...([
    [3, cards.sellPackage],
    [10, cards.useSession],
    [1, cards.refundPackage],
    [2, cards.buyPackageFromWallet],
  ] as const),
  ...([
    [1, cards.convertPackage],
    [1, cards.giftsLapse],
    [1, cards.refundTimeCard],
    [3, points.usePoints],
    [2, points.takePointsBack],
  ] as const),
  ...([
    [6, points.points],
    [5, coupons.coupons],
    [1, coupons.returnCoupon],
    [4, other.deposit],
    [4, other.debt],
  ] as const),
  ...([
    [4, cards.timeCard],
    [2, cards.giftCard],
    [4, other.commission],
  ] as const),
  ...([
    [6, other.ofTheHouse],
    [1, other.bonusRecovery],
    [1, other.recoveryReturned],
    [1, other.debtRelieved],
  ] as const),
];

export interface ModelRun {
  readonly seed: number;
  readonly operations: number;
  readonly workers: number;
}

export interface ModelReport {
  operations: number;
  refusals: number;
  crashes: number;
  /** Transactions that ended although nobody could tell: sent again, and found done. */
  repeats: number;
  readonly deeds: Map<string, number>;
  readonly model: SalonModel;
}

/** Lets workers loose on one set of books; each knows what its own clients must end up with. */
export async function runModel(
  books: TestLedger,
  url: string,
  run: ModelRun,
): Promise<ModelReport> {
  const stores = [newId(), newId(), newId()];
  const killer = await createConnection(url);
  const report: ModelReport = {
    ...{
      operations: 0,
      refusals: 0,
      crashes: 0,
      repeats: 0,
      deeds: new Map(),
      model: new SalonModel(),
    },
  };
  const share = Math.ceil(run.operations / run.workers);
  const workers = Array.from({ length: run.workers }, async (_, index) => {
    const world = aWorld(books, new Random(run.seed * 1_000 + index), stores);
    await work(books, killer, world, share, report);
    gather(report.model, world.model);
  });
  try {
    await Promise.all(workers);
  } finally {
    await killer.end();
  }
  return report;
}

const aWorld = (books: TestLedger, random: Random, stores: readonly string[]): World => ({
  ...{ random, model: new SalonModel(), ledger: books.ledger, stores },
  clients: Array.from({ length: 200 }, () => newId()),
  staff: Array.from({ length: 4 }, () => newId()),
  ...{ holds: [], undoable: [], gifts: [], payables: [], recovered: [] },
});

async function work(
  books: TestLedger,
  killer: Connection,
  world: World,
  operations: number,
  report: ModelReport,
): Promise<void> {
  let batch: Deed[] = [];
  for (let done = 0; done < operations;) {
    const deed = aDeed(world);
    if (!deed) continue;
    done += 1;
    report.operations += 1;
    report.deeds.set(deed.name, (report.deeds.get(deed.name) ?? 0) + 1);
    // A refusal undoes its transaction, so it comes alone; what went before must be there for it.
    if (deed.refused === undefined) batch.push(deed);
    if (deed.refused !== undefined || batch.length >= world.random.whole(1, 24)) {
      await perform(books, killer, world, batch, report);
      batch = [];
    }
    if (deed.refused !== undefined) await expectRefusal(books, deed, report);
  }
  await perform(books, killer, world, batch, report);
}

function aDeed(world: World): Deed | undefined {
  let at = world.random.whole(
    1,
    DOERS.reduce((sum, [weight]) => sum + weight, 0),
  );
  for (const [weight, doer] of DOERS) {
    at -= weight;
    if (at <= 0) return doer(world);
  }
  return undefined;
}

async function expectRefusal(books: TestLedger, deed: Deed, report: ModelReport): Promise<void> {
  report.refusals += 1;
  const answer = await books.unitOfWork.run(deed.run).then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );
  if (answer !== deed.refused)
    throw new Error(`${deed.name}: the model refuses it, the books say ${String(answer)}`);
}

/** Until it is certain that the batch is in the books, it is sent again as it is, as a caller would. */
async function perform(
  books: TestLedger,
  killer: Connection,
  world: World,
  batch: readonly Deed[],
  report: ModelReport,
): Promise<void> {
  if (batch.length === 0) return;
  for (let attempt = 1; ; attempt += 1) {
    const crash =
      attempt <= 3 && world.random.chance(0.12) ? aCrash(world.random, batch) : undefined;
    try {
      await books.unitOfWork.run((tx) => runAll(tx, batch, killer, crash));
      // The answer may be lost although all went well.
      if (world.random.chance(0.02)) continue;
      return;
    } catch (error) {
      if (
        error instanceof EntryExists &&
        error.sameRequest &&
        error.entry.bizKey === batch[0]?.head.bizKey
      ) {
        report.repeats += 1;
        return;
      }
      if (!isCrash(error) && !isTransient(error)) throw error;
      report.crashes += 1;
    }
  }
}

/** ER_QUERY_INTERRUPTED, ER_CONNECTION_KILLED. */
const KILLED = new Set([1317, 1927]);

/** Ours, or what is left of a connection that was cut, also for whoever is given it next. */
function isCrash(error: unknown): boolean {
  if (error instanceof Crash || isOverload(error)) return true;
  if (!(error instanceof Error)) return false;
  return KILLED.has((error as { errno?: number }).errno ?? 0) || /closed state/.test(error.message);
}

async function runAll(
  tx: Tx,
  batch: readonly Deed[],
  killer: Connection,
  crash: CrashPlan | undefined,
): Promise<void> {
  const sender = crash ? crashingTx(tx, crash, (one) => cut(one, killer)) : tx;
  for (const deed of batch) await deed.run(sender);
}

const aCrash = (random: Random, batch: readonly Deed[]): CrashPlan => ({
  afterStatements: random.whole(0, 7 * batch.length),
  how: random.of(['before', 'after', 'cut'] as const),
});

/** As when the network or the server ends a connection. */
async function cut(tx: Tx, killer: Connection): Promise<void> {
  const row = await tx.row<{ id: number }>('SELECT CONNECTION_ID() AS id');
  await killer.query(`KILL CONNECTION ${row?.id ?? 0}`);
}

function gather(into: SalonModel, from: SalonModel): void {
  for (const [key, amount] of from.owed) into.owed.set(key, amount);
  for (const [key, amount] of from.held) into.held.set(key, amount);
  for (const [key, amount] of from.house) into.house.set(key, (into.house.get(key) ?? 0) + amount);
  into.lots.push(...from.lots);
}
