import { Button, DatePicker, Select, Table, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AuditEntry, ClientRow } from '../../shared/api/contract';
import { momentLabel } from '../../shared/format/time';
import { useStaff } from '../../shared/requests/list-staff';
import { useDesk } from '../../shared/session/desk';
import { ClientSearch } from '../../shared/ui/client-search';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { FIRST_PAGE, TrailPager, type Trail } from '../../shared/ui/trail-pager';
import { useNarrow } from '../../shared/ui/use-width';
import { useAudit, type AuditFilter } from './api/list-audit';
import styles from './audit.module.css';
import { AuditVerifyCard } from './audit-verify-card';

/** Who read or changed what of whom, and whether the record of it is whole. */
export default function AuditPage() {
  const [client, setClient] = useState<ClientRow | null>(null);
  const [filter, setFilter] = useState<AuditFilter>({});
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const audit = useAudit(
    { ...filter, ...(client ? { customerId: client.id } : {}) },
    trail.at(-1) ?? null,
  );
  const change = (part: Partial<AuditFilter>) => {
    setTrail(FIRST_PAGE);
    setFilter((before) => ({ ...before, ...part }));
  };
  return (
    <>
      <AuditVerifyCard />
      <Card title="谁看过、改过什么" flush>
        <div className={styles.filters}>
          <Whose
            client={client}
            onPick={(picked) => {
              setTrail(FIRST_PAGE);
              setClient(picked);
            }}
          />
          <Filters filter={filter} actions={audit.data?.actions ?? []} onChange={change} />
        </div>
        <Loaded query={audit} rows={8}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="没有这样的记录" hint="换一位顾客、员工或日期再看看。" />
            ) : (
              <Entries items={items} />
            )
          }
        </Loaded>
        <div className={styles.pager}>
          <TrailPager trail={trail} setTrail={setTrail} next={audit.data?.nextCursor} />
        </div>
      </Card>
    </>
  );
}

function Whose({
  client,
  onPick,
}: {
  client: ClientRow | null;
  onPick: (client: ClientRow | null) => void;
}) {
  if (!client)
    return (
      <div className={styles.find}>
        <ClientSearch onPick={onPick} testId="audit-client" placeholder="按顾客查：姓名、尾号" />
      </div>
    );
  return (
    <span className={styles.picked}>
      <strong>{client.name}</strong> <span className="note tabular">{client.memberNo}</span>
      <Button type="link" size="small" onClick={() => onPick(null)}>
        看所有顾客
      </Button>
    </span>
  );
}

function Filters({
  filter,
  actions,
  onChange,
}: {
  filter: AuditFilter;
  actions: readonly { action: string; name: string }[];
  onChange: (part: Partial<AuditFilter>) => void;
}) {
  const { store } = useDesk();
  const staff = useStaff(store.id);
  return (
    <>
      <Select
        className={styles.choice}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.staffId}
        onChange={(staffId?: string) => onChange({ staffId })}
        options={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        placeholder="所有员工"
        aria-label="员工"
        data-testid="audit-staff"
      />
      <Select
        className={styles.choice}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.action}
        onChange={(action?: string) => onChange({ action })}
        options={actions.map(({ action, name }) => ({ value: action, label: name }))}
        placeholder="所有操作"
        aria-label="操作"
        data-testid="audit-action"
      />
      <DatePicker
        value={filter.date ? dayjs(filter.date) : null}
        onChange={(value) => onChange({ date: value ? value.format('YYYY-MM-DD') : undefined })}
        inputReadOnly
        placeholder="所有日期"
        aria-label="日期"
      />
    </>
  );
}

const SYSTEM = { system: '系统自动', client: '顾客本人', staff: '员工' } as const;

const whoOf = ({ actorKind, actorName }: AuditEntry) =>
  actorKind === 'client' ? `${actorName ?? ''}（顾客本人）` : (actorName ?? SYSTEM[actorKind]);

function Subject({ entry }: { entry: AuditEntry }) {
  if (entry.customerId && entry.subjectName)
    return <Link to={`/clients/${entry.customerId}`}>{entry.subjectName}</Link>;
  return <>{entry.subjectName ?? '—'}</>;
}

const Facts = ({ entry }: { entry: AuditEntry }) => (
  <span className={`note ${styles.facts}`}>
    {entry.facts.map(({ name, value }) => `${name}：${value}`).join('；')}
  </span>
);

const COLUMNS: NonNullable<TableProps<AuditEntry>['columns']> = [
  { title: '时间', width: 170, render: (_, { at }) => momentLabel(at) },
  { title: '谁', width: 170, render: (_, one) => whoOf(one) },
  { title: '做了什么', dataIndex: 'actionName', width: 180 },
  { title: '关于谁', width: 140, render: (_, one) => <Subject entry={one} /> },
  { title: '说明', render: (_, one) => <Facts entry={one} /> },
];

function Entries({ items }: { items: AuditEntry[] }) {
  const narrow = useNarrow();
  if (narrow)
    return (
      <ul className={styles.list} data-testid="audit">
        {items.map((one) => (
          <li key={one.id}>
            <strong>{one.actionName}</strong>
            <span className="note tabular">{momentLabel(one.at)}</span>
            <span>
              {whoOf(one)} · <Subject entry={one} />
            </span>
            {one.facts.length > 0 && <Facts entry={one} />}
          </li>
        ))}
      </ul>
    );
  return (
    <Table<AuditEntry>
      rowKey="id"
      className="tabular"
      columns={COLUMNS}
      dataSource={items}
      pagination={false}
      data-testid="audit"
    />
  );
}
