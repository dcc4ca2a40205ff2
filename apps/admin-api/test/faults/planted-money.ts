import type { TestApi } from '../support/an-api.js';
import { aClient, aStaffToken, PASSWORD } from '../support/people.js';
import { aDeskAt, taken, type BillView, type Desk } from '../http/checkout/a-desk.js';
import { aCardDeskAt, type CardDesk, type Holder } from '../http/membership/a-card-desk.js';
import { aKey, yuan, type Refund, type Spend } from '../http/membership/a-counter.js';
import { aPaidOrder, aTillAt } from '../http/payments/a-till.js';

type Who = { readonly token: string };

/** Sends calls that must be taken, and remembers which. */
class Writer {
  readonly called = new Set<string>();

  constructor(
    readonly desk: Desk,
    readonly words: string,
  ) {}

  async post<T = { id: string }>(who: Who, path: string, body: object): Promise<T> {
    this.called.add(`POST /api${path}`);
    const answer = await this.desk.post(who, path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }
}

/**
 * Writes words wherever the desk, finance or a client explains something about money, in salons of its own: these calls
 * need something to have happened before.
 * @returns the calls that took them, as `POST /api/staff/…` with their ids
 */
export async function writeAboutMoney(api: TestApi, words: string): Promise<ReadonlySet<string>> {
  const desk = await aDeskAt(api);
  const writer = new Writer(desk, words);
  await wallets(writer);
  await cards(writer, await aCardDeskAt(desk));
  await bills(writer);
  await payments(writer, api);
  return writer.called;
}

async function wallets(writer: Writer): Promise<void> {
  const { desk, words } = writer;
  const asking = { cause: 'own_reason', amountFen: yuan(1000), reason: words };
  const member = await desk.aMember();
  const first = await writer.post<Refund>(member, '/client/wallet/refunds', asking);
  const refunds = '/staff/stored-value-refunds';
  await writer.post(desk.finance, `${refunds}/${first.id}/reject`, { reason: words });
  const own = `/staff/clients/${member.id}/refunds`;
  const second = await writer.post<Refund>(desk.desk, own, { ...asking, storeId: desk.store.id });
  await writer.post(desk.finance, `${refunds}/${second.id}/approve`, { note: words });
  const paid = { way: 'bank_transfer', reference: words };
  await writer.post(desk.finance, `${refunds}/${second.id}/items/1/pay-out`, paid);
  const payer = await desk.aMember();
  const charge = { storeId: desk.store.id, amountFen: yuan(100), title: words, slipNo: aKey() };
  const spend = await writer.post<Spend>(desk.desk, `/staff/clients/${payer.id}/spends`, charge);
  await writer.post(payer, `/client/wallet/spends/${spend.id}/dispute`, { note: words });
  await writer.post(desk.manager, `/staff/spends/${spend.id}/reverse`, { reason: words });
  const { topUp } = await desk.aMember();
  await writer.post(desk.manager, `/staff/top-ups/${topUp.id}/reverse`, { reason: words });
  const [giver, taker] = [await desk.aMember(), await aClient(desk.api)];
  const gift = { storeId: desk.store.id, toClientId: taker.id, reason: words, password: PASSWORD };
  const code = await desk.code(giver);
  await writer.post(desk.desk, `/staff/clients/${giver.id}/transfers`, { ...gift, code });
}

async function cards(writer: Writer, desk: CardDesk): Promise<void> {
  const { words } = writer;
  const packs = '/staff/packages';
  const asking = async (holder: Holder): Promise<object> => {
    const path = `/client/packages/${holder.pack.id}/refund-quote`;
    const { bases } = await desk.get<{ bases: { cause: string; amountFen: number }[] }>(
      ...([holder, path] as const),
    );
    const amountFen = bases.find(({ cause }) => cause === 'operator')?.amountFen;
    return { cause: 'operator', amountFen, reason: words };
  };
  const [one, other] = [await desk.aHolder(), await desk.aHolder()];
  await writer.post(one, `/client/packages/${one.pack.id}/refunds`, await asking(one));
  await writer.post(desk.desk, `${packs}/${other.pack.id}/refunds`, await asking(other));
  const [giver, taker] = [await desk.aHolder(), await aClient(desk.api)];
  const gift = { toClientId: taker.id, reason: words, password: PASSWORD };
  const code = await writer.desk.code(giver);
  await writer.post(desk.manager, `${packs}/${giver.pack.id}/transfer`, { ...gift, code });
  const [holder, plan] = [await desk.aHolder(), await desk.aPackagePlan()];
  const change = { planId: plan.id, tenders: [], reason: words, slipNo: aKey() };
  await writer.post(desk.manager, `${packs}/${holder.pack.id}/convert`, change);
  const wrong = await desk.aHolder();
  await writer.post(desk.manager, `${packs}/${wrong.pack.id}/reverse`, { reason: words });
}

async function bills(writer: Writer): Promise<void> {
  const { desk, words } = writer;
  const member = await desk.aMember();
  const discount = { kind: 'manual', amountFen: 100, reason: words };
  const written = async (): Promise<BillView> =>
    desk.written({ customerId: member.id, note: words }, [desk.line({ note: words, discount })]);
  const { id, version } = await written();
  writer.called.add('POST /api/staff/bills').add(`PATCH /api/staff/bills/${id}`);
  await writer.post(desk.desk, `/staff/bills/${id}/void`, { version, reason: words });
  const bill = await written();
  const tenders = [{ kind: 'stored_value', amountFen: bill.payFen, note: words }];
  const path = `/staff/bills/${bill.id}`;
  const asked = await writer.post<BillView>(desk.desk, `${path}/ask`, {
    ...{ version: bill.version, tenders },
  });
  const tap = { version: asked.version };
  taken(await desk.post(member, `/client/bills/${bill.id}/confirm`, tap));
  const shown = await writer.post<BillView>(member, `/client/bills/${bill.id}/dispute`, {
    note: words,
  });
  const back = { version: shown.version, reason: words };
  await writer.post(desk.manager, `${path}/reverse`, back);
  const cash = await written();
  const paid = [{ kind: 'cash', amountFen: cash.payFen, givenFen: cash.payFen, note: words }];
  const paying = { version: cash.version, tenders: paid };
  await writer.post(desk.desk, `/staff/bills/${cash.id}/pay`, paying);
  const { date } = await desk.day();
  const counts = [{ tender: 'cash', countedFen: 0, reason: words }];
  const closing = { storeId: desk.store.id, date, counts };
  await writer.post(desk.manager, '/staff/daily-close', closing);
}

async function payments(writer: Writer, api: TestApi): Promise<void> {
  const { words } = writer;
  const till = await aTillAt(api);
  const [asker, decider] = [
    { token: await aStaffToken(api, ['finance'], [till.store.id]) },
    { token: await aStaffToken(api, ['owner'], [till.store.id]) },
  ];
  const { orderNo } = await aPaidOrder(till, 20_000);
  const asking = { amountFen: 5_000, reason: words };
  for (const answer of ['reject', 'approve']) {
    const path = `/staff/payment-orders/${orderNo}/refunds`;
    const { refundNo } = await writer.post<{ refundNo: string }>(asker, path, asking);
    const decided = `/staff/payment-refunds/${refundNo}/${answer}`;
    await writer.post(decider, decided, { note: words });
  }
}
