import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { TouchedVisit } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { useDesk } from '../../../shared/session/desk';
import { Card } from '../../../shared/ui/page';
import { useCommands } from '../../../shared/ui-commands';
import { useHandOver, useKeepVisit, useStandIns, useTouched } from '../api/touched-visits';
import styles from '../month/month.module.css';
import { TouchedLine } from './touched-line';

/** Visits ahead whose person will not be there, each with the three ways on. Nothing is shown while there are none. */
export function TouchedCard({ storeId }: { storeId: string }) {
  const touched = useTouched(storeId);
  const [showsKept, setShowsKept] = useState(false);
  const all = touched.data ?? [];
  const open = all.filter(({ keptBy }) => keptBy === null);
  const kept = all.filter(({ keptBy }) => keptBy !== null);
  if (touched.error) return <Card title="班外的预约">{sentenceOf(touched.error)}</Card>;
  if (all.length === 0) return null;
  return (
    <Card
      flush
      title={open.length > 0 ? `${open.length} 个预约需要安排` : '班外的预约都已安排好'}
      extra={
        kept.length > 0 && (
          <Button type="link" onClick={() => setShowsKept(!showsKept)}>
            {showsKept ? '收起' : `已留着加班的 ${kept.length} 个`}
          </Button>
        )
      }
    >
      <ul className={`${styles.list} ${styles.short}`} data-testid="touched">
        {open.map((each) => (
          <OpenLine key={each.visit.id} touched={each} />
        ))}
        {showsKept &&
          kept.map((each) => (
            <TouchedLine key={each.visit.id} touched={each}>
              <span className="note">{each.keptBy} 说留着</span>
            </TouchedLine>
          ))}
      </ul>
    </Card>
  );
}

function OpenLine({ touched }: { touched: TouchedVisit }) {
  const { may } = useDesk();
  const { openVisit } = useCommands();
  const { message } = App.useApp();
  const { visit, absences } = touched;
  const keeping = useKeepVisit(visit.id);
  const refused = (cause: unknown) => void message.error(sentenceOf(cause));
  return (
    <TouchedLine touched={touched}>
      <span className={styles.acts}>
        <StandInButton visit={visit} staffId={absences[0]?.staffId ?? ''} />
        <Button onClick={() => openVisit(visit.id)} data-testid={`touched-move-${visit.id}`}>
          改时间
        </Button>
        {may('shifts.write') && (
          <Button
            loading={keeping.isPending}
            onClick={() =>
              keeping.write(
                { version: visit.version },
                { done: () => void message.success('已留着，按加班做'), refused },
              )
            }
            data-testid={`touched-keep-${visit.id}`}
          >
            留着加班
          </Button>
        )}
      </span>
    </TouchedLine>
  );
}

function StandInButton({ visit, staffId }: { visit: TouchedVisit['visit']; staffId: string }) {
  const { message } = App.useApp();
  const [isAsked, setAsked] = useState(false);
  const standIns = useStandIns(visit.id, staffId, isAsked);
  const handing = useHandOver(visit.id);
  const items = (standIns.data ?? []).map((standIn) => ({
    ...{ key: `${standIn.staffId} ${standIn.name}`, label: `换成${standIn.name}` },
  }));
  const none = standIns.error ? sentenceOf(standIns.error) : '这个时间没有人能接';
  const waiting = {
    key: '',
    disabled: true,
    label: standIns.data || standIns.error ? none : '正在找…',
  };
  const choose = (key: string) => {
    const chosen = standIns.data?.find((each) => `${each.staffId} ${each.name}` === key);
    if (!chosen) return;
    const { name, staffId: taker, fromStaffId } = chosen;
    const { start, version } = visit;
    handing.write(
      { start, version, staffId: taker, fromStaffId },
      {
        done: () => void message.success(`已换成${name}`),
        refused: (cause) => void message.error(sentenceOf(cause)),
      },
    );
  };
  return (
    <Dropdown
      trigger={['click']}
      onOpenChange={(isOpen) => isOpen && setAsked(true)}
      menu={{ items: items.length > 0 ? items : [waiting], onClick: ({ key }) => choose(key) }}
    >
      <Button loading={handing.isPending} data-testid={`touched-stand-in-${visit.id}`}>
        换人
      </Button>
    </Dropdown>
  );
}
