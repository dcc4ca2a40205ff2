import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ClientRow, Merge } from '../../shared/api/contract';
import { momentLabel } from '../../shared/format/time';
import { ToneTag } from '../../shared/ui/amount';
import { ClientSearch } from '../../shared/ui/client-search';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { FIRST_PAGE, TrailPager, type Trail } from '../../shared/ui/trail-pager';
import { useMerges } from './api/merges';
import { DuplicatesCard } from './duplicates-card';
import styles from './duplicates.module.css';
import { MergeDrawer } from './merge-drawer';
import { UndoDrawer } from './undo-drawer';

/** Two files of one person are brought together here, and parted again where it was a mistake. */
export default function MergesPage() {
  const [keep, setKeep] = useState<ClientRow | null>(null);
  const [close, setClose] = useState<ClientRow | null>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <DuplicatesCard />
      <Card title="合并两份档案">
        <p className="note">
          同一位顾客有两份档案时，把其中一份并入另一份：预约、账单、储值、卡券、积分都会跟着过去。30
          天内可以撤销。
        </p>
        <div className={styles.pair}>
          <Pick
            label="保留这份"
            picked={keep}
            onPick={setKeep}
            testId="merge-keep"
            not={close?.id}
          />
          <Pick
            label="并入的这份"
            picked={close}
            onPick={setClose}
            testId="merge-close"
            not={keep?.id}
          />
          <Button
            type="primary"
            disabled={!keep || !close}
            onClick={() => setOpen(true)}
            data-testid="merge-compare"
          >
            并排核对
          </Button>
        </div>
      </Card>
      <History />
      {isOpen && keep && close && (
        <MergeDrawer
          fromId={close.id}
          toId={keep.id}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            setClose(null);
          }}
        />
      )}
    </>
  );
}

function Pick({
  label,
  picked,
  onPick,
  testId,
  not,
}: {
  label: string;
  picked: ClientRow | null;
  onPick: (client: ClientRow | null) => void;
  testId: string;
  /** The file on the other side: nobody is merged with herself. */
  not: string | undefined;
}) {
  const [isSame, setSame] = useState(false);
  return (
    <div className={styles.pick}>
      <span className="note">{label}</span>
      {picked ? (
        <p className={styles.picked} data-testid={`${testId}-picked`}>
          <strong>{picked.name}</strong>
          <span className="note tabular">
            {picked.memberNo} · {picked.phoneMasked ?? '未留电话'}
          </span>
          <Button type="link" size="small" onClick={() => onPick(null)}>
            换一份
          </Button>
        </p>
      ) : (
        <ClientSearch
          testId={testId}
          onPick={(client) => {
            setSame(client.id === not);
            if (client.id !== not) onPick(client);
          }}
        />
      )}
      {isSame && <span className={styles.warn}>这是同一份档案，请选择另一份。</span>}
    </div>
  );
}

function History() {
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const [undoing, setUndoing] = useState<Merge | null>(null);
  const merges = useMerges(trail.at(-1) ?? null);
  return (
    <Card title="合并记录" flush>
      <Loaded query={merges} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="还没有合并过档案" hint="合并以后，这里能看到是谁、为什么合并的。" />
          ) : (
            <ul className={styles.list} data-testid="merges">
              {items.map((one) => (
                <MergeRow key={one.id} merge={one} onUndo={() => setUndoing(one)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className={styles.pager}>
        <TrailPager trail={trail} setTrail={setTrail} next={merges.data?.nextCursor} />
      </div>
      {undoing && <UndoDrawer merge={undoing} onClose={() => setUndoing(null)} />}
    </Card>
  );
}

function MergeRow({ merge, onUndo }: { merge: Merge; onUndo: () => void }) {
  const isUndone = merge.state === 'undone';
  return (
    <li className={styles.row} data-testid={`merge-${merge.id}`}>
      <div className={styles.what}>
        <span>
          {merge.fromName} <span className="note tabular">{merge.fromNo}</span> 并入{' '}
          <Link to={`/clients/${merge.toId}`}>{merge.toName}</Link>{' '}
          <span className="note tabular">{merge.toNo}</span>
        </span>
        <span className="note">
          {momentLabel(merge.at)} · {merge.byName} · {merge.reason}
        </span>
        {isUndone && merge.undoneAt && (
          <span className="note">
            {momentLabel(merge.undoneAt)} · {merge.undoneByName} 撤销：{merge.undoReason}
          </span>
        )}
      </div>
      {isUndone ? (
        <ToneTag tone="quiet">已撤销</ToneTag>
      ) : merge.canUndo ? (
        <Button size="small" onClick={onUndo} data-testid="merge-undo">
          撤销
        </Button>
      ) : (
        <span className="note">已过 30 天</span>
      )}
    </li>
  );
}
