import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Call } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { dateLabel, inOffset, momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Phone } from '../../shared/ui/phone';
import { Empty, Loaded } from '../../shared/ui/states';
import { FIRST_PAGE, TrailPager, type Trail } from '../../shared/ui/trail-pager';
import { useCalls, useSettleCall } from './api/calls';
import styles from './marketing.module.css';

/** Clients whom the desk calls about a coupon or a visit, because no message reached them. */
export default function CallsPage() {
  const { store } = useDesk();
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const calls = useCalls(store.id, trail.at(-1) ?? null);
  return (
    <>
      <p className="note">
        微信和短信都没有通知到、需要打电话告诉的顾客：预约改期、取消、换人或前一天的提醒，以及本人同意接听电话的生日券。不用再打的会自动从这里消失。
      </p>
      <Card flush>
        <Loaded query={calls} rows={5}>
          {({ items, nextCursor }) => (
            <>
              {items.length === 0 ? (
                <Empty title="没有要打的电话" hint="消息通知不到的顾客会列在这里。" />
              ) : (
                <ul className={styles.list} data-testid="calls">
                  {items.map((call) => (
                    <Line key={call.id} call={call} />
                  ))}
                </ul>
              )}
              <TrailPager trail={trail} setTrail={setTrail} next={nextCursor} />
            </>
          )}
        </Loaded>
      </Card>
    </>
  );
}

function Line({ call }: { call: Call }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { write, error, isPending } = useSettleCall(call.id);
  const settle = (result: 'called' | 'not_reached') => () =>
    write(
      { result },
      { done: () => void message.success(result === 'called' ? '已记下' : '已记下，下次再打') },
    );
  return (
    <li className={styles.row} data-testid={`call-${call.id}`}>
      <span className={styles.what}>
        <span>
          <Link to={`/clients/${call.clientId}`}>{call.clientName}</Link>{' '}
          <span className="note tabular">{call.memberNo}</span>
        </span>
        {call.coupon && (
          <>
            <span>
              {call.coupon.name} · {call.coupon.words}，有效期至 {dateLabel(call.coupon.validUntil)}
            </span>
            <span className="note">可以这样说：{call.coupon.say}</span>
          </>
        )}
        {call.visit && <VisitPart visit={call.visit} />}
        {call.lastAt !== null && (
          <span className="note tabular">
            拨了 {call.tries} 次没有接通，上次 {call.lastByName}{' '}
            {momentLabel(inOffset(Date.parse(call.lastAt), '+08:00'))}
          </span>
        )}
      </span>
      <Phone
        clientId={call.clientId}
        masked={call.phoneMasked}
        mayReveal={may('clients.reveal-phone')}
      />
      <span className={`${styles.acts} ${styles.wide}`}>
        <Button
          size="small"
          disabled={isPending}
          onClick={settle('not_reached')}
          data-testid={`not-reached-${call.id}`}
        >
          没接通
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={isPending}
          onClick={settle('called')}
          data-testid={`called-${call.id}`}
        >
          已打通
        </Button>
      </span>
      {error && (
        <span className={styles.wide}>
          <Notice tone="alarm">{sentenceOf(error)}</Notice>
        </span>
      )}
    </li>
  );
}

/** What she is to be told of a visit. */
const VISIT_NEWS: Readonly<Record<string, string>> = {
  changed: '预约已改到',
  staff_changed: '预约换了服务人员',
  cancelled: '预约已取消',
  expired: '预约没有确认上，已取消',
  day_before: '提醒预约',
};

function VisitPart({ visit }: { visit: NonNullable<Call['visit']> }) {
  return (
    <>
      <span className="tabular">
        {VISIT_NEWS[visit.kind] ?? '预约通知'} {momentLabel(visit.start)}
      </span>
      <span className="note">
        {visit.services.join('、')} · {visit.staffNames.join('、')}
      </span>
    </>
  );
}
