import type { Bill, BillLine } from '../../shared/api/contract';

type Kind = BillLine['kind'];

/** What a line sells, in a word. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  ...{ service: '项目', product: '产品', package: '开卡', top_up: '充值' },
};

/** Whether a line sells a package or stored value. */
export const isCard = ({ kind }: { readonly kind: Kind }): boolean =>
  kind === 'package' || kind === 'top_up';

/** How far ways of paying go that may not pay for everything, in fen. */
export interface Limits {
  /** Points and what is owed: for services and products. */
  readonly goodsFen: number;
  /** Stored value: for everything but what is topped up. */
  readonly valueFen: number;
}

export function limitsOf({ lines, payFen }: Pick<Bill, 'lines' | 'payFen'>): Limits {
  const sum = (isMeant: (line: BillLine) => boolean): number =>
    lines.filter(isMeant).reduce((all, line) => all + line.payFen, 0);
  return {
    goodsFen: payFen - sum(isCard),
    valueFen: payFen - sum(({ kind }) => kind === 'top_up'),
  };
}
