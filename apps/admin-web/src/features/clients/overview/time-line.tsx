import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TimeLineEntry } from '../../../shared/api/contract';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Amount, ToneTag } from '../../../shared/ui/amount';
import { Card } from '../../../shared/ui/page';
import { Empty, Failure, Loading } from '../../../shared/ui/states';
import { useCommands } from '../../../shared/ui-commands';
import { useTimeLine } from './api/read-time-line';
import styles from './overview.module.css';
import { TIME_LINE_GROUPS, entryWords, type TimeLineGroup } from './time-line-words';

/** Everything that happened with a client, latest first. */
export function TimeLine({ clientId }: { clientId: string }) {
  const { may } = useDesk();
  const [group, setGroup] = useState<TimeLineGroup>('all');
  const groups = TIME_LINE_GROUPS.filter((one) => may(one.may));
  return (
    <Card title="动态">
      <div className={styles.line} data-testid="time-line">
        {groups.length > 2 && (
          <Segmented<TimeLineGroup>
            className={styles.groups}
            options={groups.map(({ value, label }) => ({ value, label }))}
            value={group}
            onChange={setGroup}
            data-testid="time-line-groups"
          />
        )}
        <Entries clientId={clientId} group={group} />
      </div>
    </Card>
  );
}

function Entries({ clientId, group }: { clientId: string; group: TimeLineGroup }) {
  const pages = useTimeLine(clientId, group);
  if (!pages.data)
    return pages.error ? (
      <Failure error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <Loading rows={5} />
    );
  const entries = pages.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0)
    return <Empty title="还没有动态" hint="预约、消费、充值、得券以后都会记在这里。" />;
  return (
    <>
      <ol className={styles.entries} data-testid="time-line-entries">
        {entries.map((entry) => (
          <li key={`${entry.kind}.${entry.id}`} data-testid={`entry-${entry.kind}`}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button
          className={styles.more}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
          data-testid="time-line-more"
        >
          看更早的
        </Button>
      )}
    </>
  );
}

function Entry({ entry }: { entry: TimeLineEntry }) {
  const { tone, word, title, note } = entryWords(entry);
  const who = entry.kind === 'message' ? null : entry.byName;
  const beside = [note, entry.storeName, who].filter(Boolean).join(' · ');
  return (
    <>
      <time className={`note tabular ${styles.at}`} dateTime={entry.at}>
        {momentLabel(entry.at)}
      </time>
      <ToneTag tone={tone}>{word}</ToneTag>
      <span className={styles.what}>
        <Title entry={entry} title={title} />
        {beside && <span className="note">{beside}</span>}
      </span>
      {entry.amountFen !== null && (
        <span className={styles.figure}>
          <Amount fen={entry.amountFen} />
        </span>
      )}
    </>
  );
}

/** Visits and bills open to what they are. */
function Title({ entry, title }: { entry: TimeLineEntry; title: string }) {
  const { openVisit, openRecord } = useCommands();
  const { may } = useDesk();
  if (entry.kind === 'visit')
    return (
      <button type="button" className={styles.open} onClick={() => openVisit(entry.id)}>
        {title}
      </button>
    );
  if (entry.kind === 'treatment')
    return (
      <button type="button" className={styles.open} onClick={() => openRecord(entry.id)}>
        {title}
      </button>
    );
  if (entry.kind === 'bill' && may('bills.read'))
    return <Link to={`/till/${entry.id}`}>{title}</Link>;
  return <span>{title}</span>;
}
