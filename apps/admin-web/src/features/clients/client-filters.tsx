import { Button, Select } from 'antd';
import { useState } from 'react';
import type { ClientFilter } from './api/list-by-filter';
import styles from './clients.module.css';
import { FILE_FIELD_WORDS } from '../../shared/format/file-words';
import { CLIENT_SOURCES, STAGE_WORDS, sourceWord } from '../../shared/format/words';
import { useClientTags } from '../../shared/requests/list-client-tags';
import { useStaff } from '../../shared/requests/list-staff';
import { useStores } from '../../shared/requests/list-stores';
import { useTiers } from '../../shared/requests/list-tiers';
import { useDesk } from '../../shared/session/desk';
import { tagWords } from '../../shared/ui/tag-color';
import { useNarrow } from '../../shared/ui/use-width';

interface Option {
  value: string;
  label: string;
}

const ORDERS: readonly (Option & { money?: true })[] = [
  { value: 'newest', label: '新建档在前' },
  { value: 'last_visit', label: '最近到店在前' },
  { value: 'overdue', label: '超过自己节奏没来' },
  { value: 'incomplete', label: '档案最不全在前' },
  { value: 'spend', label: '近一年消费高在前', money: true },
  { value: 'balance', label: '储值余额高在前', money: true },
];
const AWAY = [30, 60, 90, 180].map((days) => ({ value: String(days), label: `${days} 天没来` }));
const BELOW = [40, 60, 80, 100].map((percent) => ({
  value: String(percent),
  label: percent === 100 ? '档案还不全' : `档案不到 ${percent}%`,
}));
const MISSING = Object.entries<string>(FILE_FIELD_WORDS).map(([value, word]) => ({
  value,
  label: `没有${word}`,
}));
const MOST_TAGS = 5;
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
  const { may } = useDesk();
  const stores = useStores();
  const set = (change: Partial<ClientFilter>) => onChange({ ...filter, ...change });
  const orders = ORDERS.filter(({ money }) => !money || may('wallet.read'));
  const count = Object.values(filter).filter((value) => value !== undefined).length;
  const isNarrow = count > 0;
  // On a phone the clients come first: what narrows them is one tap away.
  const narrow = useNarrow();
  const [isOpen, setOpen] = useState(false);
  if (narrow && !isOpen)
    return (
      <div className={styles.folded}>
        <Button onClick={() => setOpen(true)} data-testid="filters-open">
          {isNarrow ? `筛选和排序（${count}）` : '筛选和排序'}
        </Button>
        {isNarrow && (
          <Button type="link" onClick={() => onChange({})} data-testid="filter-clear">
            清除筛选
          </Button>
        )}
      </div>
    );
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
        options={AWAY}
        value={filter.awayDays}
        onChange={(awayDays) => set({ awayDays })}
        testId="filter-away"
      />
      <NeedChoice value={filter.needId} onChange={(needId) => set({ needId })} />
      <TagChoice value={filter.tagIds} onChange={(tagIds) => set({ tagIds })} />
      <ConsultantChoice
        value={filter.consultantId}
        onChange={(consultantId) => set({ consultantId })}
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
        name="档案完整度"
        options={BELOW}
        value={filter.belowPercent}
        onChange={(belowPercent) => set({ belowPercent })}
        testId="filter-below"
      />
      <Choice
        name="缺哪一项"
        options={MISSING}
        value={filter.missing}
        onChange={(missing) => set({ missing: missing as ClientFilter['missing'] })}
        testId="filter-missing"
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
      {narrow && (
        <Button type="link" onClick={() => setOpen(false)} data-testid="filters-close">
          收起
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

interface ChoiceProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** What she comes for, where the salon has sorted its tags by that. */
function NeedChoice({ value, onChange }: ChoiceProps) {
  const tags = useClientTags();
  const options = (tags.data?.items ?? [])
    .filter(({ purpose }) => purpose === 'need')
    .flatMap((group) => group.tags)
    .filter(({ id, state }) => state === 'active' || id === value)
    .map(({ id, name }) => ({ value: id, label: name }));
  if (options.length === 0) return null;
  return (
    <Choice
      name="护理需求"
      options={options}
      value={value}
      onChange={onChange}
      testId="filter-need"
    />
  );
}

/** Tags by their groups, those of rules with their mark; she has all that are chosen. */
function TagChoice({ value, onChange }: ChoiceProps) {
  const tags = useClientTags();
  const options = (tags.data?.items ?? [])
    .map(({ name, tags: own }) => ({
      label: name,
      options: own
        .filter(({ id, state }) => state === 'active' || value?.includes(id) === true)
        .map((tag) => ({ value: tag.id, label: tagWords(tag) })),
    }))
    .filter((group) => group.options.length > 0);
  return (
    <Select<string[]>
      className={styles.tags}
      mode="multiple"
      maxCount={MOST_TAGS}
      maxTagCount="responsive"
      placeholder="标签"
      aria-label="标签"
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      value={value === undefined ? [] : value.split(',')}
      onChange={(chosen) => onChange(chosen.length === 0 ? undefined : chosen.join(','))}
      allowClear
      data-testid="filter-tags"
    />
  );
}

/** Who answers for her: of those who work in this store. */
function ConsultantChoice({ value, onChange }: ChoiceProps) {
  const { store } = useDesk();
  const staff = useStaff(store.id);
  const options = (staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Choice
      name="专属顾问"
      options={options}
      value={value}
      onChange={onChange}
      testId="filter-consultant"
    />
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
