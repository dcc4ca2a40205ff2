import { Button, Input, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ClientRow } from '../../shared/api/contract';
import { genderWord } from '../../shared/format/words';
import { useDesk } from '../../shared/session/desk';
import { Card, Page } from '../../shared/ui/page';
import { Empty, Failure, Loading } from '../../shared/ui/states';
import { useDebounced } from '../../shared/ui/use-debounced';
import { useNarrow } from '../../shared/ui/use-width';
import { useClients } from './api/list-clients';
import { ClientFormDrawer } from './client-form-drawer';
import styles from './clients.module.css';

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

/** All client files, by page, narrowed by the same search as the header's. */
export default function ClientsPage() {
  const { may } = useDesk();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [trail, setTrail] = useState<(string | null)[]>([null]);
  const [isNew, setNew] = useState(false);
  const q = useDebounced(typed.trim(), 250);
  const page = useClients(q, trail.at(-1) ?? null);
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
      <Card flush>
        {page.data ? (
          <Rows items={page.data.items} isBusy={page.isPlaceholderData} q={q} />
        ) : page.error ? (
          <Failure error={page.error} onRetry={() => void page.refetch()} />
        ) : (
          <Loading rows={10} />
        )}
      </Card>
      <Pager trail={trail} setTrail={setTrail} next={page.data?.nextCursor ?? null} />
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

function Rows({ items, isBusy, q }: { items: ClientRow[]; isBusy: boolean; q: string }) {
  const narrow = useNarrow();
  const navigate = useNavigate();
  if (items.length === 0)
    return q ? (
      <Empty title={`没有找到「${q}」`} hint="可以换用手机尾号、拼音首字母或会员号再找。" />
    ) : (
      <Empty title="还没有顾客档案" hint="第一次预约时会自动建档，也可以现在新建。" />
    );
  if (narrow)
    return (
      <ul className={styles.list}>
        {items.map(({ id, name, phoneMasked, memberNo }) => (
          <li key={id}>
            <Link to={`/clients/${id}`} className={styles.row} data-testid={`client-row-${id}`}>
              <strong>{name}</strong>
              <span className="note tabular">{memberNo}</span>
              <span className="note tabular">{phoneMasked ?? '未留电话'}</span>
            </Link>
          </li>
        ))}
      </ul>
    );
  return (
    <Table<ClientRow>
      rowKey="id"
      columns={COLUMNS}
      dataSource={items}
      pagination={false}
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
