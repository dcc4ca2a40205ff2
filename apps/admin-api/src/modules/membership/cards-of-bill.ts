import type { Reader } from '../../platform/database/index.js';
import { topUpsOfBill } from './data/top-ups.js';
import { packagesOfBill } from './packages/data/packages.js';
import { spendOfEntry, spendById } from './data/spends.js';

/** What a bill sold for the client to keep. */
export interface CardOfBill {
  readonly kind: 'package' | 'top_up';
  readonly id: string;
  readonly name: string;
}

/** What a bill sold: packages first, each in the order of the lines. */
export async function cardsOfBill(reader: Reader, billId: string): Promise<CardOfBill[]> {
  const packages = await packagesOfBill(reader, billId);
  const topUps = await topUpsOfBill(reader, billId);
  return [
    ...packages.map(({ id, name }) => ({ kind: 'package' as const, id, name })),
    ...topUps.map(({ id, title }) => ({ kind: 'top_up' as const, id, name: title })),
  ];
}

/** What of stored value went into a package, in fen. */
export async function valueInPackage(
  reader: Reader,
  { txId }: { readonly txId: number | null },
): Promise<{ readonly principalFen: number; readonly bonusFen: number }> {
  const id = txId === null ? undefined : await spendOfEntry(reader, txId);
  const spend = id === undefined ? undefined : await spendById(reader, id);
  return { principalFen: spend?.principalFen ?? 0, bonusFen: spend?.bonusFen ?? 0 };
}
