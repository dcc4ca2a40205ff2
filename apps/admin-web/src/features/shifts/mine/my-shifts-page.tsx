import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { ShiftRequest } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { dateLabel } from '../../../shared/format/time';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { Card, Page } from '../../../shared/ui/page';
import { Empty, Loaded } from '../../../shared/ui/states';
import { DAYS_SHOWN, useOwnRequests, useOwnShifts, useWithdraw } from '../api/own-shifts';
import styles from '../month/month.module.css';
import { RequestLine } from '../requests/request-line';
import { HoursDrawer, LeaveDrawer } from './ask-drawers';
import mine from './mine.module.css';
import { ownDays, type OwnDay } from './own-days';

/** One's own next two weeks, and what one asks for: leave, other hours. */
export default function MyShiftsPage() {
  const { store, may } = useDesk();
  const today = useToday(store.id);
  const shifts = useOwnShifts(today);
  const requests = useOwnRequests();
  const [asks, setAsks] = useState<'leave' | 'hours' | null>(null);
  const close = () => setAsks(null);
  return (
    <Page
      title="我的排班"
      extra={
        <>
          {may('shifts.read') && (
            <Button onClick={() => setAsks('hours')} data-testid="ask-hours">
              改班
            </Button>
          )}
          <Button type="primary" onClick={() => setAsks('leave')} data-testid="ask-leave">
            请假
          </Button>
        </>
      }
    >
      <div className={mine.columns}>
        <Card flush title="我的申请">
          <Loaded query={requests} rows={3}>
            {(items) =>
              items.length === 0 ? (
                <Empty title="还没有申请过" hint="要请假或改班，点右上角提交，店长批准后生效。" />
              ) : (
                <ul className={styles.list} data-testid="my-requests">
                  {items.map((request) => (
                    <RequestLine key={request.id} request={request}>
                      {request.state === 'asked' && <Withdraw request={request} />}
                    </RequestLine>
                  ))}
                </ul>
              )
            }
          </Loaded>
        </Card>
        <Card flush title="接下来两周">
          <Loaded query={shifts} rows={8}>
            {(own) => (
              <ul className={styles.list} data-testid="my-days">
                {ownDays(own, today, DAYS_SHOWN).map((day) => (
                  <DayLine key={day.date} day={day} today={today} />
                ))}
              </ul>
            )}
          </Loaded>
        </Card>
      </div>
      {asks === 'leave' && <LeaveDrawer today={today} onClose={close} />}
      {asks === 'hours' && <HoursDrawer today={today} onClose={close} />}
    </Page>
  );
}

function DayLine({ day: { date, shifts, away }, today }: { day: OwnDay; today: string }) {
  return (
    <li className={mine.day}>
      <span className={`tabular ${mine.date}`}>{dateLabel(date, today)}</span>
      <span className={mine.what}>
        {shifts.length === 0 && <span className="note">休</span>}
        {shifts.map(({ name, time, breaks, store }) => (
          <span key={time} className={mine.shift}>
            <span className="tabular">
              {name} {time}
            </span>
            <span className="note tabular">
              {store}
              {breaks && ` · 歇 ${breaks}`}
            </span>
          </span>
        ))}
        {away.map((part) => (
          <span key={part} className={`tabular ${mine.away}`}>
            {part === '全天' ? '全天不在' : `${part} 不在`}
          </span>
        ))}
      </span>
    </li>
  );
}

function Withdraw({ request }: { request: ShiftRequest }) {
  const { message } = App.useApp();
  const withdrawing = useWithdraw();
  const takeBack = () =>
    withdrawing.write(
      { id: request.id },
      {
        done: () => void message.success('已撤回'),
        refused: (cause) => void message.error(sentenceOf(cause)),
      },
    );
  return (
    <Popconfirm title="撤回这条申请？" okText="撤回" cancelText="先不了" onConfirm={takeBack}>
      <Button loading={withdrawing.isPending} data-testid={`withdraw-${request.id}`}>
        撤回
      </Button>
    </Popconfirm>
  );
}
