import type { PaymentOrderDetail } from '../../shared/api/contract';
import {
  eventWord,
  notificationWord,
  paymentChangeWord,
  sourceOfChangeWord,
} from '../../shared/format/money-words';
import { momentLabel } from '../../shared/format/time';
import { ToneTag } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import styles from './finance.module.css';

/** What WeChat told us by itself. */
export function Notifications({ items }: { items: PaymentOrderDetail['notifications'] }) {
  return (
    <Card title="微信通知">
      {items.length === 0 ? (
        <p className="note">还没有收到通知。没有通知也会按时主动去问。</p>
      ) : (
        <ul className={styles.log} data-testid="order-notifications">
          {items.map((item) => (
            <li key={item.id}>
              <span>{eventWord(item.eventType)}</span>
              <ToneTag tone={item.state === 'refused' ? 'amber' : 'leaf'}>
                {notificationWord(item.state)}
              </ToneTag>
              <span className="note tabular">
                {momentLabel(item.receivedAt)}
                {item.reason && ` · ${item.reason}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Who changed the order, when and how we came to know, the latest first. */
export function Changes({ items }: { items: PaymentOrderDetail['changes'] }) {
  return (
    <Card title="变更记录">
      <ul className={styles.log} data-testid="order-changes">
        {[...items]
          .sort((a, b) => b.seq - a.seq)
          .map((change) => (
            <li key={change.seq}>
              <span>{paymentChangeWord(change.what)}</span>
              <span className="note">{byOf(change)}</span>
              <span className="note tabular">{momentLabel(change.at)}</span>
            </li>
          ))}
      </ul>
    </Card>
  );
}

const byOf = ({ byKind, byName }: PaymentOrderDetail['changes'][number]): string =>
  byKind === 'staff' || byKind === 'client'
    ? byName || sourceOfChangeWord(byKind)
    : sourceOfChangeWord(byKind);
