import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DailyClose } from '../../shared/api/contract';
import { momentLabel } from '../../shared/format/time';
import { useToday } from '../../shared/requests/list-stores';
import { useDesk } from '../../shared/session/desk';
import { Amount, Notice, ToneTag } from '../../shared/ui/amount';
import { Card, Page } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useCloseDay, useDay, useTillShifts } from './api/till';
import { CountDrawer } from './count-drawer';
import { Counts } from './counts';
import { Shifts } from './shifts';
import { TENDER_WORDS } from './words';
import styles from './till.module.css';

/** Hands the till over and closes the day: what should be there against what is. */
export default function ClosePage() {
  const { store } = useDesk();
  const today = useToday(store.id);
  const [date, setDate] = useState(today);
  const day = useDay(store.id, date);
  const shifts = useTillShifts(store.id, date, date === today);
  return (
    <Page
      title="交班与日结"
      extra={
        <>
          <DatePicker
            value={dayjs(date)}
            onChange={(value) => value && setDate(value.format('YYYY-MM-DD'))}
            allowClear={false}
            inputReadOnly
            aria-label="日期"
          />
          <Link to="/till">
            <Button>回到收银</Button>
          </Link>
        </>
      }
    >
      <Loaded query={shifts} rows={3}>
        {(items) => (
          <Shifts items={items} mayBegin={date === today && day.data?.state === 'open'} />
        )}
      </Loaded>
      <Loaded query={day} rows={8}>
        {(data) => <Day key={data.date} day={data} />}
      </Loaded>
    </Page>
  );
}

function Day({ day }: { day: DailyClose }) {
  const { may } = useDesk();
  const [isClosing, setClosing] = useState(false);
  const close = useCloseDay();
  const isOpen = day.state === 'open';
  return (
    <Card
      title={`${day.date} 的账`}
      extra={<ToneTag tone={isOpen ? 'amber' : 'leaf'}>{isOpen ? '还没日结' : '已日结'}</ToneTag>}
    >
      <div className={styles.day} data-testid="till-day" data-state={day.state}>
        <Figures day={day} />
        {isOpen ? (
          <ul className={styles.sums}>
            {day.expected.map(({ tender, expectedFen }) => (
              <li key={tender}>
                <span>{TENDER_WORDS[tender]}账面</span>
                <Amount fen={expectedFen} testId={`expected-${tender}`} />
              </li>
            ))}
          </ul>
        ) : (
          <Counts counts={day.counts} />
        )}
        <OpenBills day={day} />
        {day.closedAt && (
          <p className="note">
            {day.closedBy} 于 {momentLabel(day.closedAt)} 日结，这一天的账不再变动。
          </p>
        )}
        {isOpen && may('till.close') && (
          <Button
            type="primary"
            disabled={day.openBills.length > 0}
            onClick={() => setClosing(true)}
            data-testid="day-close"
          >
            清点并日结
          </Button>
        )}
      </div>
      {isClosing && (
        <CountDrawer
          title={`日结 ${day.date}`}
          testId="close-day"
          expected={day.expected}
          confirmWord="确认日结"
          notice={<Notice>日结后这一天不能再收款、冲正；要改只能记在之后的日子。</Notice>}
          onClose={() => setClosing(false)}
          onConfirm={(counts) =>
            close.write(
              { storeId: day.storeId, date: day.date, counts },
              { done: () => setClosing(false) },
            )
          }
          sheet={close}
        />
      )}
    </Card>
  );
}

/** What pays a bill and brings no money today. */
const NO_MONEY: readonly string[] = ['points', 'debt'];

function Figures({ day }: { day: DailyClose }) {
  const paid = day.tenders.filter(({ amountFen }) => amountFen !== 0);
  return (
    <dl className={styles.figures}>
      {[
        { name: '收款单', value: `${day.billCount} 张` },
        { name: '冲正', value: `${day.reversedCount} 张` },
        { name: '原价', value: <Amount fen={day.listFen} /> },
        { name: '优惠', value: <Amount fen={-day.discountFen} /> },
        { name: '实收', value: <Amount fen={day.payFen} strong testId="day-pay" /> },
        { name: '项目', value: <Amount fen={day.serviceFen} /> },
        { name: '产品', value: <Amount fen={day.productFen} /> },
        { name: '开卡充值', value: <Amount fen={day.cardFen} testId="day-cards" /> },
        { name: '用储值本金', value: <Amount fen={day.principalFen} gold /> },
        { name: '用储值赠金', value: <Amount fen={day.bonusFen} gold /> },
        ...paid.map(({ tender, amountFen }) => ({
          name: `${TENDER_WORDS[tender as keyof typeof TENDER_WORDS]}${NO_MONEY.includes(tender) ? '' : '收款'}`,
          value: <Amount fen={amountFen} />,
        })),
      ].map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function OpenBills({ day }: { day: DailyClose }) {
  if (day.openBills.length === 0) return null;
  return (
    <Notice testId="open-bills">
      还有 {day.openBills.length} 张单没收完，收完或作废后才能日结：
      {day.openBills.map(({ id, no }) => (
        <Link key={id} to={`/till/${id}`} className={styles.openBill}>
          {no} 号
        </Link>
      ))}
    </Notice>
  );
}
