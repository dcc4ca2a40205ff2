import { goodsFen, type BillSight, type PayRequest } from '../../modules/checkout/index.js';
import { valueOf } from '../../modules/membership/index.js';
import { pointsWorth } from '../../modules/pricing/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { BillWish } from '../plan/bill-plan.js';

type Tender = PayRequest['tenders'][number];

const STEP = 100;
/** Less of it she keeps for another time. */
const LEAST_FEN = 5_000;
const PLATFORMS = { paycode: ['wechat', 'alipay'], voucher: ['meituan', 'douyin'] } as const;

/** How a bill is paid, and whether that or its sessions need the client's yes. */
export async function tendersFor(
  tx: Tx,
  { bill, lines, sessions, inHand }: BillSight,
  wish: BillWish,
): Promise<{ readonly tenders: Tender[]; readonly isHers: boolean }> {
  const tenders: Tender[] = [];
  let left = bill.payFen;
  const fresh = sessions.some(({ isReserved }) => !isReserved);
  const topUpFen = lines.reduce(
    (sum, { kind, payFen }) => (kind === 'top_up' ? sum + payFen : sum),
    0,
  );
  if (wish.own && bill.customerId !== null && inHand) {
    const { balance, fenPerHundred: stepFen, mostOfBillPermille: mostPermille } = inHand;
    const offer = { balance, stepPoints: STEP, stepFen, mostPermille };
    const worth = stepFen > 0 ? pointsWorth(goodsFen(lines), offer) : null;
    if (worth && worth.worthFen > 0) {
      const { points, worthFen: amountFen } = worth;
      tenders.push({ kind: 'points', amountFen, points });
      left -= amountFen;
    }
    const { principalFen, bonusFen } = await valueOf(tx, bill.customerId);
    const amountFen = Math.min(left - topUpFen, principalFen + bonusFen);
    if (amountFen >= LEAST_FEN) {
      tenders.push({ kind: 'stored_value', amountFen });
      left -= amountFen;
    }
  }
  const isHers = tenders.length > 0 || fresh;
  if (left > 0) tenders.push(moneyFor(left, wish, bill));
  return { tenders, isHers };
}

function moneyFor(
  amountFen: number,
  { by: kind, platform }: BillWish,
  { id }: BillSight['bill'],
): Tender {
  if (kind === 'cash') return { kind, amountFen, givenFen: Math.ceil(amountFen / 10_000) * 10_000 };
  const reference = id.slice(-12);
  if (kind === 'bank_card') return { kind, amountFen, reference };
  return { kind, amountFen, reference, channel: PLATFORMS[kind][platform] };
}
