import type { ClientPackage } from '../../../shared/api/contract';
import type { Permission } from '../../../shared/session/desk';

export type PackageAct =
  | 'use'
  | 'freeze'
  | 'unfreeze'
  | 'extend'
  | 'transfer'
  | 'convert'
  | 'refund'
  | 'reverse';

const PERMISSIONS: Readonly<Record<PackageAct, Permission>> = {
  use: 'wallet.spend',
  freeze: 'wallet.freeze',
  unfreeze: 'wallet.freeze',
  extend: 'wallet.freeze',
  transfer: 'wallet.transfer',
  convert: 'wallet.transfer',
  refund: 'wallet.refund',
  reverse: 'wallet.reverse',
};

export const leftOf = ({ items }: Pick<ClientPackage, 'items'>): number =>
  items.reduce((sum, { left }) => sum + left, 0);
export const totalOf = ({ items }: Pick<ClientPackage, 'items'>): number =>
  items.reduce((sum, { total }) => sum + total, 0);
export const reservedOf = ({ items }: Pick<ClientPackage, 'items'>): number =>
  items.reduce((sum, { reserved }) => sum + reserved, 0);

type Standing = Pick<
  ClientPackage,
  'state' | 'kind' | 'items' | 'frozenOn' | 'pastDate' | 'expiresOn' | 'openRefundId' | 'uses'
> &
  Pick<ClientPackage, 'tender'>;

/** Whether an act makes sense for a package as it stands, and the person may do it. The API asks again. */
export function isAllowed(
  act: PackageAct,
  pack: Standing,
  may: (permission: Permission) => boolean,
): boolean {
  if (!may(PERMISSIONS[act]) || pack.state !== 'active' || pack.openRefundId !== null) return false;
  if (act === 'unfreeze') return pack.frozenOn !== null;
  if (pack.frozenOn !== null) return act === 'refund';
  const reserved = reservedOf(pack) > 0;
  const left = pack.kind === 'time' ? !pack.pastDate : leftOf(pack) > 0;
  if (act === 'use')
    return !pack.pastDate && (pack.kind === 'time' || leftOf(pack) > reservedOf(pack));
  if (act === 'extend') return pack.expiresOn !== null;
  if (act === 'reverse') return pack.tender !== 'wechat' && pack.uses.length === 0 && !reserved;
  return left && !reserved;
}
