import { Button, Input, Table, type TableProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ClientRow, ListedClient } from '../../shared/api/contract';
import { dayLabel } from '../../shared/format/time';
import { STAGE_WORDS, genderWord } from '../../shared/format/words';
import { useToday } from '../../shared/requests/list-stores';
import { useDesk } from '../../shared/session/desk';
import { Amount, ToneTag } from '../../shared/ui/amount';
import { Card, Page } from '../../shared/ui/page';
import { Empty, Failure, Loading } from '../../shared/ui/states';
import { useDebounced } from '../../shared/ui/use-debounced';
import { useNarrow } from '../../shared/ui/use-width';
import { useClientList, type ClientFilter } from './api/list-by-filter';
import { useClients } from './api/list-clients';
import { ClientFilters } from './client-filters';
import { exportsStateOf } from './exports-state-of';
import { ClientFormDrawer } from './client-form-drawer';
import styles from './clients.module.css';
import { KeptFilters } from './kept-filters';
import { STAGE_TONES } from './overview/stage-words';

const COLUMNS: TableProps<ClientRow>['columns'] = [
  {
    title: '姓名',
    dataIndex: 'name',
    render: (name: string, { id }) => <Link to={`/clients/${id}`}>{name}</Link>,
  },
  { title: '电话', dataIndex: 'phoneMasked', render: (phone: string | null) => phone ?? '未留' },
  { title: '会员号', dataIndex: 'memberNo' },
  { title: '性别', dataIndex: 'gender', width: 96, render: genderWord },
];

/** What a list by filters says beside; a search finds files that nothing is counted of yet. */
const LISTED_COLUMNS: TableProps<ListedClient>['columns'] = [
  {
    title: '阶段',
    dataIndex: 'stage',
    width: 88,
    render: (_, client) => <Stage client={client} />,
  },
  { title: '等级', dataIndex: 'tier', render: (tier: string | null) => tier ?? '普通会员' },
  {
    title: '最近到店',
    dataIndex: 'lastVisitOn',
    render: (day: string | null) => (day === null ? '还没来过' : dayLabel(day)),
  },
  { title: '到店', dataIndex: 'visits', render: (visits: number) => `${visits} 次` },
  {
    ...{ title: '档案', dataIndex: 'completeness', width: 80 },
    render: (percent: number) => `${percent}%`,
  },
];
const MONEY_COLUMNS: TableProps<ListedClient>['columns'] = [
  {
    ...{ title: '近一年消费', dataIndex: 'spendYearFen', align: 'right' },
    render: (fen: number | null) => fen !== null && <Amount fen={fen} />,
  },
  {
    ...{ title: '储值余额', dataIndex: 'balanceFen', align: 'right' },
    render: (fen: number | null) => fen !== null && <Amount fen={fen} gold />,
  },
];

function Stage({ client: { stage } }: { client: ListedClient }) {
  return stage && <ToneTag tone={STAGE_TONES[stage]}>{STAGE_WORDS[stage]}</ToneTag>;
}

/** All client files, by page: narrowed by filters, or found by the same search as the header's. */
export default function ClientsPage() {
  const { may, store } = useDesk();
  const today = useToday(store.id);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [trail, setTrail] = useState<(string | null)[]>([null]);
  const [isNew, setNew] = useState(false);
  const [filter, setFilter] = useState<ClientFilter>({});
  const q = useDebounced(typed.trim(), 250);
  const next = trail.at(-1) ?? null;
  return (
    <Page
      title="顾客"
      extra={
        <>
          <Input.Search
            className={styles.search}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setTrail([null]);
            }}
            allowClear
            placeholder="姓名、拼音、手机尾号、会员号"
            aria-label="筛选顾客"
            data-testid="clients-filter"
          />
          <Button onClick={() => void navigate('/clients/files')} data-testid="clients-files">
            档案检查
          </Button>
          {may('clients.export') && q === '' && (
            <Button
              onClick={() =>
                void navigate('/privacy/exports', { state: exportsStateOf(filter, today) })
              }
              data-testid="clients-export"
            >
              导出这份名单
            </Button>
          )}
          {may('clients.import') && (
            <Button onClick={() => void navigate('/clients/import')} data-testid="clients-import">
              导入顾客
            </Button>
          )}
          {may('clients.write') && (
            <Button type="primary" onClick={() => setNew(true)} data-testid="clients-new">
              新建顾客
            </Button>
          )}
        </>
      }
    >
      {q ? (
        <Found q={q} cursor={next} trail={trail} setTrail={setTrail} />
      ) : (
        <>
          <ClientFilters
            filter={filter}
            onChange={(change) => {
              setFilter(change);
              setTrail([null]);
            }}
          />
          <KeptFilters
            filter={filter}
            onChoose={(kept) => {
              setFilter(kept);
              setTrail([null]);
            }}
          />
          <Listed filter={filter} cursor={next} trail={trail} setTrail={setTrail} />
        </>
      )}
      {isNew && (
        <ClientFormDrawer
          client={null}
          onClose={() => setNew(false)}
          onSaved={({ id }) => void navigate(`/clients/${id}`)}
        />
      )}
    </Page>
  );
}

interface Turning {
  cursor: string | null;
  trail: (string | null)[];
  setTrail: (trail: (string | null)[]) => void;
}

function Found({ q, cursor, trail, setTrail }: Turning & { q: string }) {
  const page = useClients(q, cursor);
  const none = (
    <Empty title={`没有找到「${q}」`} hint="可以换用手机尾号、拼音首字母或会员号再找。" />
  );
  return (
    <>
      <Card flush>
        {page.data ? (
          <Rows items={page.data.items} isBusy={page.isPlaceholderData} none={none} />
        ) : page.error ? (
          <Failure error={page.error} onRetry={() => void page.refetch()} />
        ) : (
          <Loading rows={10} />
        )}
      </Card>
      <Pager trail={trail} setTrail={setTrail} next={page.data?.nextCursor ?? null} />
    </>
  );
}

function Listed({ filter, cursor, trail, setTrail }: Turning & { filter: ClientFilter }) {
  const { may } = useDesk();
  const page = useClientList(filter, cursor);
  const isNarrow = Object.values(filter).some((value) => value !== undefined);
  const none = !isNarrow ? (
    <Empty title="还没有顾客档案" hint="第一次预约时会自动建档，也可以现在新建。" />
  ) : page.data?.nextCursor ? (
    <Empty title="这一页没有符合的顾客" hint="后面可能还有，请看下一页。" />
  ) : (
    <Empty title="没有符合的顾客" hint="可以放宽一两个条件再看。" />
  );
  const columns = may('wallet.read')
    ? [...(LISTED_COLUMNS ?? []), ...(MONEY_COLUMNS ?? [])]
    : LISTED_COLUMNS;
  return (
    <>
      <Card flush>
        {page.data ? (
          <Rows
            items={page.data.items}
            isBusy={page.isPlaceholderData}
            none={none}
            more={columns}
            mark={(client) => <Stage client={client} />}
          />
        ) : page.error ? (
          <Failure error={page.error} onRetry={() => void page.refetch()} />
        ) : (
          <Loading rows={10} />
        )}
      </Card>
      <Pager trail={trail} setTrail={setTrail} next={page.data?.nextCursor ?? null} />
    </>
  );
}

function Rows<Row extends ClientRow>({
  items,
  isBusy,
  none,
  more = [],
  mark,
}: {
  items: Row[];
  isBusy: boolean;
  none: ReactNode;
  more?: TableProps<Row>['columns'];
  mark?: (client: Row) => ReactNode;
}) {
  const narrow = useNarrow();
  const navigate = useNavigate();
  if (items.length === 0) return none;
  if (narrow)
    return (
      <ul className={styles.list}>
        {items.map((client) => {
          const { id, name, phoneMasked, memberNo } = client;
          return (
            <li key={id}>
              <Link to={`/clients/${id}`} className={styles.row} data-testid={`client-row-${id}`}>
                <strong>{name}</strong>
                <span className="note tabular">{memberNo}</span>
                <span className="note tabular">
                  {phoneMasked ?? '未留电话'} {mark?.(client)}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    );
  return (
    <Table<Row>
      rowKey="id"
      columns={[...(COLUMNS as NonNullable<TableProps<Row>['columns']>), ...more]}
      dataSource={items}
      pagination={false}
      scroll={{ x: 'max-content' }}
      loading={isBusy}
      className="tabular"
      onRow={({ id }) => ({
        onClick: () => void navigate(`/clients/${id}`),
        style: { cursor: 'pointer' },
        'data-testid': `client-row-${id}`,
      })}
    />
  );
}

function Pager({
  trail,
  setTrail,
  next,
}: {
  trail: (string | null)[];
  setTrail: (trail: (string | null)[]) => void;
  next: string | null;
}) {
  if (trail.length === 1 && !next) return null;
  return (
    <div className={styles.pager}>
      <Button
        disabled={trail.length === 1}
        onClick={() => setTrail(trail.slice(0, -1))}
        data-testid="clients-prev"
      >
        上一页
      </Button>
      <span className="note tabular">第 {trail.length} 页</span>
      <Button
        disabled={!next}
        onClick={() => next && setTrail([...trail, next])}
        data-testid="clients-next"
      >
        下一页
      </Button>
    </div>
  );
}
