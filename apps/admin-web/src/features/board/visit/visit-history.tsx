import { APPOINTMENT_STATE_WORDS } from '@yance/shared-types';
import type { AppointmentChange } from '../../../shared/api/contract';
import { dateLabel, clockOf, dateOf, momentLabel } from '../../../shared/format/time';
import {
  actorWord,
  fateWord,
  messageChannelWord,
  messageWord,
  transitionWord,
} from '../../../shared/format/words';
import { useMessages } from '../api/list-messages';
import styles from './visit-drawer.module.css';

/** What was sent to the client and what became of it. */
export function VisitMessages({ visitId }: { visitId: string }) {
  const messages = useMessages(visitId).data ?? [];
  if (messages.length === 0) return null;
  return (
    <section data-testid="visit-messages">
      <h3>消息</h3>
      <ul className={styles.log}>
        {messages.map((message) => (
          <li key={`${message.kind}${message.channel}${message.at}`}>
            <span>
              {messageChannelWord(message.channel)} · {messageWord(message.kind)}
            </span>
            <span className={styles.fate}>{fateWord(message)}</span>
            <span className="note tabular">
              {momentLabel(message.at)}
              {message.reason && ` · ${message.reason}`}
              {message.tries > 0 && ` · 拨了 ${message.tries} 次，${message.doneByName ?? '员工'}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who changed the visit, when and why, the latest first. */
export function VisitHistory({ changes }: { changes: readonly AppointmentChange[] }) {
  return (
    <section data-testid="visit-history">
      <h3>变更记录</h3>
      <ul className={styles.log}>
        {[...changes].reverse().map((change) => (
          <li key={`${change.at}${change.transition}`}>
            <span>
              {change.byName || actorWord(change.byKind)} · {transitionWord(change.transition)}
            </span>
            <span className={styles.fate}>{APPOINTMENT_STATE_WORDS[change.to]}</span>
            <span className="note tabular">
              {momentLabel(change.at)}
              {change.movedFrom &&
                ` · 原为 ${dateLabel(dateOf(change.movedFrom))} ${clockOf(change.movedFrom)}`}
              {change.offered.length > 0 &&
                ` · ${change.offered.map((start) => `${dateLabel(dateOf(start))} ${clockOf(start)}`).join('、')}`}
              {change.beyond.length > 0 && ` · 超出每日上限：${change.beyond.join('、')}`}
              {change.reason && ` · ${change.reason}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
