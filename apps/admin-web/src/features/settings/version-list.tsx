import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { momentLabel } from '../../shared/format/time';
import { ToneTag } from '../../shared/ui/amount';
import { Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import styles from './settings.module.css';

interface Version {
  readonly version: number;
  readonly at: string;
  readonly byName: string;
  readonly stateWord: string;
  readonly said: ReactNode;
}

/** Every version of something, the latest first: who made it, when, and what it said. */
export function VersionDrawer<T>({
  query,
  titleOf,
  versionsOf,
  onClose,
  testId,
}: {
  query: Parameters<typeof Loaded<T>>[0]['query'];
  titleOf: (data: T) => string;
  versionsOf: (data: T) => readonly Version[];
  onClose: () => void;
  testId: string;
}) {
  const narrow = useNarrow();
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 520}
      title={query.data === undefined ? '历史' : `${titleOf(query.data)}的历史`}
    >
      <Loaded query={query} rows={6}>
        {(data) => (
          <ol className={styles.versions} data-testid={testId}>
            {versionsOf(data).map(({ version, at, byName, stateWord, said }) => (
              <li key={version}>
                <div className={styles.ticketHead}>
                  <strong className="tabular">第 {version} 版</strong>
                  <ToneTag tone="quiet">{stateWord}</ToneTag>
                </div>
                <p className="note tabular">
                  {byName} · {momentLabel(at)}
                </p>
                <p className="tabular">{said}</p>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Drawer>
  );
}
