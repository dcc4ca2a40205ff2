import { eventWord } from '../../shared/format/money-words';
import { momentLabel } from '../../shared/format/time';
import { Code } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { useRefusedNotifications } from './api/list-refused-notifications';
import styles from './finance.module.css';

/** What WeChat told us that agrees with no order; nothing is shown while there is none. */
export function RefusedNotifications() {
  const items = useRefusedNotifications().data ?? [];
  if (items.length === 0) return null;
  return (
    <Card title="对不上的微信通知">
      <p className="note">这些通知没有入账。请到微信商户平台核对，必要时联系技术支持。</p>
      <ul className={styles.log} data-testid="refused-notifications">
        {items.map((item) => (
          <li key={item.id}>
            <span>
              {eventWord(item.eventType)}：{item.reason}
            </span>
            <span className="note tabular">{momentLabel(item.receivedAt)}</span>
            {item.orderNo && <Code>{item.orderNo}</Code>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
