import type { OrderView } from '@/api/types';
import type { CashierSaid } from './payment-memory';

/**
 * Where a payment stands for the person who pays:
 * - confirming: money may have moved, WeChat is being asked
 * - unsure: the cashier never answered and WeChat knows of no payment so far
 * - cancelled, failed, waiting: not paid; the order is kept and can be paid
 * - done, refunded, closed: the server's last word
 */
export type PayStage =
  | 'confirming'
  | 'unsure'
  | 'cancelled'
  | 'failed'
  | 'waiting'
  | 'lapsed'
  | 'done'
  | 'refunded'
  | 'closed';

/** A cashier that never answered is asked about so long before paying again is offered. */
const UNSURE_AFTER_MS = 12_000;

/**
 * @param said     what the cashier said on this phone about this order
 * @param heard    whether WeChat itself answered since then: until it did, nothing is said about the money
 * @param waitedMs since the cashier was opened
 */
export function payStage(
  order: Pick<OrderView, 'state' | 'payableUntil'>,
  { said, heard, waitedMs }: { said: CashierSaid | undefined; heard: boolean; waitedMs: number },
  now: Date,
): PayStage {
  switch (order.state) {
    case 'paid':
      return 'done';
    case 'part_refunded':
    case 'refunded':
      return 'refunded';
    case 'closed':
      return 'closed';
    case 'pending':
      break;
  }
  if (said === 'ok') return 'confirming';
  if (!heard) return 'confirming';
  if (now.getTime() >= Date.parse(order.payableUntil)) return 'lapsed';
  if (said === 'open') return waitedMs < UNSURE_AFTER_MS ? 'confirming' : 'unsure';
  if (said === 'cancel') return 'cancelled';
  return said === 'fail' ? 'failed' : 'waiting';
}

/** Whether the order can be paid now. */
export const isPayable = (stage: PayStage): boolean =>
  ['unsure', 'cancelled', 'failed', 'waiting'].includes(stage);

/** Whether the answer is still to come. */
export const isOpen = (stage: PayStage): boolean => !['done', 'refunded', 'closed'].includes(stage);

const PAUSES_MS = [1_000, 1_000, 2_000, 3_000, 5_000, 8_000];
const LONGEST_PAUSE_MS = 10_000;

/** How long to wait before asking for the nth time, n from 0: soon at first, then with patience. */
export const pauseBefore = (asked: number): number => PAUSES_MS[asked] ?? LONGEST_PAUSE_MS;
