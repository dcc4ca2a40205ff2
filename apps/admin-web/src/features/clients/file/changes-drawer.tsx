import { Drawer } from 'antd';
import { useState } from 'react';
import type { FileChange } from '../../../shared/api/contract';
import { momentLabel } from '../../../shared/format/time';
import { Empty, Loaded } from '../../../shared/ui/states';
import { FIRST_PAGE, TrailPager } from '../../../shared/ui/trail-pager';
import { useNarrow } from '../../../shared/ui/use-width';
import { useChanges } from './api/changes';
import { fieldWord } from './field-words';
import { saidWord } from './file-words';
import styles from './file.module.css';
import { useNames, type Names } from './use-names';

/** Who changed what on the file, from what to what. */
export function ChangesDrawer({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const [trail, setTrail] = useState(FIRST_PAGE);
  const changes = useChanges(clientId, trail.at(-1) ?? null);
  const narrow = useNarrow();
  const names = useNames();
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 460} title="修改记录">
      <Loaded query={changes} rows={8}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 && <Empty title="还没有改动过" hint="以后每次修改都会记在这里。" />}
            <ol className={styles.changes} data-testid="file-change-list">
              {items.map((change) => (
                <Change key={change.id} change={change} names={names} />
              ))}
            </ol>
            <TrailPager trail={trail} setTrail={setTrail} next={nextCursor} />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

const Change = ({ change, names }: { change: FileChange; names: Names }) => {
  const { field, from, to, reason, byName, at } = change;
  return (
    <li>
      <strong>{fieldWord(field)}</strong>
      <span>
        <span className="note">{saidWord(field, from, names)}</span> → {saidWord(field, to, names)}
      </span>
      {reason && <span className="note">原因：{reason}</span>}
      <span className="note tabular">
        {byName} · {momentLabel(at)}
      </span>
    </li>
  );
};
