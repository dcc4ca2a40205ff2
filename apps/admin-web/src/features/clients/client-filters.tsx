import { Button, Select } from 'antd';
import type { ClientFilter } from './api/list-by-filter';
import styles from './clients.module.css';
import { STAGE_WORDS } from './overview/stage-words';
import { addDays } from '../../shared/format/time';
import { CLIENT_SOURCES, sourceWord } from '../../shared/format/words';
import { useStores, useToday } from '../../shared/requests/list-stores';
import { useTiers } from '../../shared/requests/list-tiers';
import { useDesk } from '../../shared/session/desk';

interface Option {
  value: string;
  label: string;
}

const ORDERS: readonly (Option & { money?: true })[] = [
  { value: 'newest', label: '新建档在前' },
  { value: 'last_visit', label: '最近到店在前' },
  { value: 'overdue', label: '超过自己节奏没来' },
  { value: 'spend', label: '近一年消费高在前', money: true },
  { value: 'balance', label: '储值余额高在前', money: true },
];
const AWAY_DAYS = [30, 60, 90, 180];
const MONTHS = Array.from({ length: 12 }, (_, month) => ({
  value: String(month + 1),
  label: `${month + 1}月生日`,
}));
const STAGES = Object.entries(STAGE_WORDS).map(([value, label]) => ({ value, label }));
const SOURCES = CLIENT_SOURCES.map((value) => ({ value, label: sourceWord(value) }));

/** What narrows the list of clients, and its order. */
export function ClientFilters({
  filter,
  onChange,
}: {
  filter: ClientFilter;
  onChange: (filter: ClientFilter) => void;
}) {
  const { may, store } = useDesk();
  const today = useToday(store.id);
  const stores = useStores();
  const away = AWAY_DAYS.map((days) => ({
    value: addDays(today, -days),
    label: `${days} 天没来`,
  }));
  const set = (change: Partial<ClientFilter>) => onChange({ ...filter, ...change });
  const orders = ORDERS.filter(({ money }) => !money || may('wallet.read'));
  const isNarrow = Object.values(filter).some((value) => value !== undefined);
  return (
    <div className={styles.filters} data-testid="client-filters">
      <Choice
        name="阶段"
        options={STAGES}
        value={filter.stage}
        onChange={(stage) => set({ stage: stage as ClientFilter['stage'] })}
        testId="filter-stage"
      />
      {may('plans.read') && (
        <TierChoice value={filter.tierId} onChange={(tierId) => set({ tierId })} />
      )}
      <Choice
        name="多久没来"
        options={away}
        value={filter.lastVisitUntil}
        onChange={(lastVisitUntil) => set({ lastVisitUntil })}
        testId="filter-away"
      />
      <Choice
        name="生日"
        options={MONTHS}
        value={filter.birthMonth}
        onChange={(birthMonth) => set({ birthMonth })}
        testId="filter-birth-month"
      />
      <Choice
        name="来源"
        options={SOURCES}
        value={filter.source}
        onChange={(source) => set({ source: source as ClientFilter['source'] })}
        testId="filter-source"
      />
      <Choice
        name="所属门店"
        options={(stores.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.storeId}
        onChange={(storeId) => set({ storeId })}
        testId="filter-store"
      />
      <Choice
        name="排序"
        options={orders}
        value={filter.order}
        onChange={(order) => set({ order: order as ClientFilter['order'] })}
        testId="filter-order"
      />
      {isNarrow && (
        <Button type="link" onClick={() => onChange({})} data-testid="filter-clear">
          清除筛选
        </Button>
      )}
    </div>
  );
}

function TierChoice({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const tiers = useTiers();
  const options = (tiers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Choice name="等级" options={options} value={value} onChange={onChange} testId="filter-tier" />
  );
}

function Choice({
  name,
  options,
  value,
  onChange,
  testId,
}: {
  name: string;
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  testId: string;
}) {
  return (
    <Select<string>
      className={styles.filter}
      placeholder={name}
      aria-label={name}
      options={options.map(({ value: one, label }) => ({ value: one, label }))}
      value={value ?? null}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      allowClear
      data-testid={testId}
    />
  );
}
