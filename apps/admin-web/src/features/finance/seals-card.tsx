import { Button, Drawer, Table, type TableProps } from 'antd';
import { useState } from 'react';
import type { Seal } from '../../shared/api/contract';
import { Code, Notice, ToneTag } from '../../shared/ui/amount';
import { Card, Facts } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { FIRST_PAGE, TrailPager, type Trail } from '../../shared/ui/trail-pager';
import { useNarrow } from '../../shared/ui/use-width';
import { useSeals } from './api/list-seals';
import styles from './finance.module.css';
import { sealTag, sealWindow } from './seal-words';

/** Every hour's books as they were closed: signed, chained, and copied outside the database. */
export function SealsCard() {
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const [open, setOpen] = useState<Seal | null>(null);
  const seals = useSeals(trail.at(-1) ?? null);
  return (
    <Card title="封存记录" flush>
      <p className={`note ${styles.hint}`}>
        每小时把账目封存一次：签名、接在上一号之后，并在数据库之外留底。封存以后改动任何一笔，校验都会发现。
      </p>
      <Loaded query={seals} rows={5}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="还没有封存" hint="有账目后，过了整点十分钟左右会自动封存。" />
          ) : (
            <Seals items={items} onOpen={setOpen} />
          )
        }
      </Loaded>
      <div className={styles.pager}>
        <TrailPager trail={trail} setTrail={setTrail} next={seals.data?.nextCursor} />
      </div>
      {open && <SealDrawer seal={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

const State = ({ seal }: { seal: Seal }) => {
  const { tone, word } = sealTag(seal);
  return <ToneTag tone={tone}>{word}</ToneTag>;
};

function Seals({ items, onOpen }: { items: Seal[]; onOpen: (seal: Seal) => void }) {
  const narrow = useNarrow();
  const more = (seal: Seal) => (
    <Button
      size="small"
      type="text"
      onClick={() => onOpen(seal)}
      aria-label={`看第 ${seal.no} 号封存的校验值`}
      data-testid={`seal-${seal.no}`}
    >
      看校验值
    </Button>
  );
  if (narrow)
    return (
      <ul className={styles.list} data-testid="seals">
        {items.map((seal) => (
          <li key={seal.no} className={styles.row}>
            <span className={styles.what}>
              <span>第 {seal.no} 号</span>
              <span className="note tabular">{sealWindow(seal)}</span>
            </span>
            <span className="tabular">{seal.txCount.toLocaleString('zh-CN')} 笔</span>
            <span>
              <State seal={seal} />
            </span>
            {more(seal)}
          </li>
        ))}
      </ul>
    );
  return (
    <Table<Seal>
      rowKey="no"
      className="tabular"
      pagination={false}
      dataSource={items}
      columns={[
        ...COLUMNS,
        { title: '', width: 110, align: 'right', render: (_, one) => more(one) },
      ]}
      data-testid="seals"
    />
  );
}

const COLUMNS: NonNullable<TableProps<Seal>['columns']> = [
  { title: '号', dataIndex: 'no', width: 72, align: 'right' },
  { title: '时间段', render: (_, seal) => sealWindow(seal) },
  {
    title: '账目',
    dataIndex: 'txCount',
    width: 110,
    align: 'right',
    render: (count: number) => `${count.toLocaleString('zh-CN')} 笔`,
  },
  { title: '结果', width: 260, render: (_, seal) => <State seal={seal} /> },
];

function SealDrawer({ seal, onClose }: { seal: Seal; onClose: () => void }) {
  const narrow = useNarrow();
  const { tone, word } = sealTag(seal);
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 520} title={`第 ${seal.no} 号封存`}>
      <div className={styles.order} data-testid="seal">
        <Notice tone={tone === 'leaf' ? 'leaf' : 'alarm'}>{word}。</Notice>
        <Facts
          items={[
            { name: '时间段', value: sealWindow(seal) },
            { name: '账目', value: `${seal.txCount.toLocaleString('zh-CN')} 笔` },
          ]}
        />
        <dl className={styles.hashes}>
          <Hash name="账目根值" value={seal.root} />
          <Hash name="本号校验值" value={seal.hash} />
          <Hash name="上一号校验值" value={seal.previousHash} />
        </dl>
      </div>
    </Drawer>
  );
}

const Hash = ({ name, value }: { name: string; value: string | null }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value === null ? '这是第一号' : <Code>{value}</Code>}</dd>
  </div>
);
