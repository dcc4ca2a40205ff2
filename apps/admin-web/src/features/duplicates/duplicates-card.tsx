import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ClientRow, Duplicate } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { ToneTag } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { FIRST_PAGE, TrailPager, type Trail } from '../../shared/ui/trail-pager';
import { useDismissDuplicate, useDuplicates } from './api/duplicates';
import styles from './duplicates.module.css';
import { MergeDrawer } from './merge-drawer';

const REASONS: Readonly<Record<Duplicate['reasons'][number], string>> = {
  phone: '电话相同',
  birthday: '姓名读音相近、生日相同',
  tail: '姓名相同、电话后四位相同',
};

/** Files that the system takes for one person's; people decide. */
export function DuplicatesCard() {
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const [merging, setMerging] = useState<Duplicate | null>(null);
  const duplicates = useDuplicates(trail.at(-1) ?? null);
  const close = () => setMerging(null);
  return (
    <Card title="可能是同一位顾客" flush>
      <Loaded query={duplicates} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title="没有发现重复的档案"
              hint="新建或修改档案后几分钟内会自动比对电话、姓名和生日。"
            />
          ) : (
            <ul className={styles.list} data-testid="duplicates">
              {items.map((one) => (
                <PairRow key={one.id} pair={one} onMerge={() => setMerging(one)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className={styles.pager}>
        <TrailPager trail={trail} setTrail={setTrail} next={duplicates.data?.nextCursor} />
      </div>
      {merging && (
        <MergeDrawer
          fromId={merging.newer.id}
          toId={merging.older.id}
          onClose={close}
          onDone={close}
        />
      )}
    </Card>
  );
}

function PairRow({ pair, onMerge }: { pair: Duplicate; onMerge: () => void }) {
  const { message } = App.useApp();
  const dismiss = useDismissDuplicate(pair.id);
  const refused = (cause: unknown) => void message.error(sentenceOf(cause));
  return (
    <li className={styles.row} data-testid={`duplicate-${pair.id}`}>
      <div className={styles.what}>
        <span>
          <FileLink client={pair.older} /> 与 <FileLink client={pair.newer} />
        </span>
        <span className={styles.acts}>
          {pair.reasons.map((reason) => (
            <ToneTag key={reason} tone="amber">
              {REASONS[reason]}
            </ToneTag>
          ))}
        </span>
      </div>
      <div className={styles.acts}>
        <Button type="primary" onClick={onMerge} data-testid="duplicate-merge">
          并排核对
        </Button>
        <Popconfirm
          title="确定是两位顾客吗？"
          description="以后不再提示这一对。"
          okText="是两位顾客"
          cancelText="再看看"
          onConfirm={() => dismiss.write({}, { refused })}
        >
          <Button loading={dismiss.isPending} data-testid="duplicate-dismiss">
            不是同一人
          </Button>
        </Popconfirm>
      </div>
    </li>
  );
}

const FileLink = ({
  client,
}: {
  client: Pick<ClientRow, 'id' | 'name' | 'memberNo' | 'phoneMasked'>;
}) => (
  <>
    <Link to={`/clients/${client.id}`}>{client.name}</Link>{' '}
    <span className="note tabular">
      {client.memberNo} · {client.phoneMasked ?? '未留电话'}
    </span>
  </>
);
