import { AutoComplete, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { BillLineDraft } from '../../shared/api/contract';
import { priceLabel } from '../../shared/format/money';
import { useServices } from '../../shared/requests/list-services';
import { useStaff } from '../../shared/requests/list-staff';
import { useDesk } from '../../shared/session/desk';
import { useProducts } from './api/list-products';
import { evenShares } from './bill-draft';
import styles from './till.module.css';

/** Adds a service or a product by a few letters of its name and Enter. */
export function ItemPicker({
  lastStaff,
  onAdd,
}: {
  /** Who did the line before: most likely this one too. */
  lastStaff: string | undefined;
  onAdd: (line: BillLineDraft) => void;
}) {
  const { store } = useDesk();
  const [kind, setKind] = useState<'service' | 'product'>('service');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const staff = useStaff(store.id);
  const services = useServices(store.id);
  const products = useProducts(store.id);
  const doer = chosen ?? lastStaff ?? staff.data?.[0]?.id;
  const items = kind === 'service' ? (services.data ?? []) : (products.data ?? []);
  const options = items
    .filter(({ name }) => name.includes(typed.trim()))
    .slice(0, 30)
    .map(({ id, name, priceFen }) => ({
      value: id,
      label: (
        <span className={styles.option}>
          <span>{name}</span>
          <span className="note tabular">{priceLabel(priceFen)}</span>
        </span>
      ),
    }));
  const add = (itemId: string) => {
    setTyped('');
    const people = kind === 'service' && doer ? [doer] : [];
    onAdd({ kind, itemId, quantity: 1, staff: evenShares(people) });
  };
  return (
    <div className={styles.picker}>
      <Segmented
        value={kind}
        onChange={setKind}
        options={[
          { value: 'service', label: '项目' },
          { value: 'product', label: '产品' },
        ]}
        aria-label="加什么"
      />
      <AutoComplete
        className={styles.find}
        value={typed}
        onChange={setTyped}
        onSelect={add}
        options={options}
        defaultActiveFirstOption
      >
        <Input
          placeholder={kind === 'service' ? '输入项目名，回车加上' : '输入产品名，回车加上'}
          aria-label={kind === 'service' ? '加项目' : '加产品'}
          data-testid="item-find"
        />
      </AutoComplete>
      {kind === 'service' && (
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
