import { usePackagePlans } from '../../../shared/requests/list-package-plans';
import { usePlans } from '../../../shared/requests/list-plans';

/** A plan that a bill can sell. */
export interface OfferedCard {
  readonly kind: 'package' | 'top_up';
  readonly id: string;
  readonly name: string;
  readonly priceFen: number;
}

/** What the store sells for a client to keep: packages first, then what is put on her card. */
export function useCardsOnSale(storeId: string): OfferedCard[] {
  const packages = usePackagePlans();
  const plans = usePlans();
  const isHere = (plan: { state: string; stores: readonly { id: string }[] }): boolean =>
    plan.state === 'on_sale' && plan.stores.some(({ id }) => id === storeId);
  const cardOf =
    (kind: OfferedCard['kind']) =>
    ({ id, name, priceFen }: { id: string; name: string; priceFen: number }): OfferedCard => ({
      ...{ kind, id, name, priceFen },
    });
  return [
    ...(packages.data ?? []).filter(isHere).map(cardOf('package')),
    ...(plans.data ?? []).filter(isHere).map(cardOf('top_up')),
  ];
}
