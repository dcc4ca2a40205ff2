import { AutoComplete, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { BillLineDraft } from '../../shared/api/contract';
import { priceLabel } from '../../shared/format/money';
import { useServices } from '../../shared/requests/list-services';
import { useStaff } from '../../shared/requests/list-staff';
import { useDesk } from '../../shared/session/desk';
import { useCardsOnSale } from './api/list-cards';
import { useProducts } from '../../shared/requests/list-products';
import { evenShares } from './bill-draft';
import { KIND_WORDS } from './cards';
import styles from './till.module.css';

type Shelf = 'service' | 'product' | 'card';

const SHELVES = [
  { value: 'service', label: '项目' },
  { value: 'product', label: '产品' },
  { value: 'card', label: '卡项' },
] as const;

/** An item that can be put on the bill, as the list shows it. */
interface Item {
  kind: BillLineDraft['kind'];
  id: string;
  name: string;
  priceFen: number;
}

const MOST_SHOWN = 30;

/** What is found by a few letters, wherever it is kept; with none, what is on the shelf that is looked at. */
function itemsFor(items: Record<Shelf, Item[]>, shelf: Shelf, letters: string): Item[] {
  if (letters === '') return items[shelf].slice(0, MOST_SHOWN);
  const others = SHELVES.filter(({ value }) => value !== shelf).flatMap(
    ({ value }) => items[value],
  );
  return [...items[shelf], ...others]
    .filter(({ name }) => name.includes(letters))
    .slice(0, MOST_SHOWN);
}

/** Adds a service, a product or a card by a few letters of its name and Enter. */
export function ItemPicker({
  lastStaff,
  hasClient,
  onAdd,
}: {
  /** Who did the line before: most likely this one too. */
  lastStaff: string | undefined;
  /** Cards are sold to whoever has a file. */
  hasClient: boolean;
  onAdd: (line: BillLineDraft) => void;
}) {
  const { store, may } = useDesk();
  const [shelf, setShelf] = useState<Shelf>('service');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const staff = useStaff(store.id);
  const services = useServices(store.id);
  const products = useProducts(store.id);
  const doer = chosen ?? lastStaff ?? staff.data?.[0]?.id;
  const cards = useCardsOnSale(store.id);
  const sellsCards = hasClient && may('wallet.top-up');
  const items: Record<Shelf, Item[]> = {
    service: (services.data ?? []).map((one) => ({ ...one, kind: 'service' })),
    product: (products.data ?? []).map((one) => ({ ...one, kind: 'product' })),
    card: sellsCards ? cards : [],
  };
  const shelves = SHELVES.filter(({ value }) => value !== 'card' || sellsCards);
  const found = itemsFor(items, shelf, typed.trim());
  const options = found.map(({ kind, id, name, priceFen }) => ({
    value: id,
    label: (
      <span className={styles.option}>
        <span>{name}</span>
        <span className="note tabular">
          {KIND_WORDS[kind]} {priceLabel(priceFen)}
        </span>
      </span>
    ),
  }));
  const add = (itemId: string) => {
    setTyped('');
    const kind = found.find(({ id }) => id === itemId)?.kind;
    if (!kind) return;
    const people = kind === 'service' && doer ? [doer] : [];
    onAdd({ kind, itemId, quantity: 1, staff: evenShares(people) });
  };
  return (
    <div className={styles.picker}>
      <Segmented value={shelf} onChange={setShelf} options={shelves} aria-label="看哪一类" />
      <AutoComplete
        className={styles.find}
        value={typed}
        onChange={setTyped}
        onSelect={add}
        options={options}
        defaultActiveFirstOption
      >
        <Input
          placeholder={`输入${shelves.map(({ label }) => label).join('、')}的名字，回车加上`}
          aria-label="加到账单"
          data-testid="item-find"
        />
      </AutoComplete>
      {shelf === 'service' && (
        <Select
          className={styles.doer}
          value={doer}
          onChange={setChosen}
          options={(staff.data ?? []).map(({ id, displayName }) => ({
            value: id,
            label: displayName,
          }))}
          optionFilterProp="label"
          showSearch
          aria-label="由谁做"
          data-testid="item-staff"
        />
      )}
    </div>
  );
}
