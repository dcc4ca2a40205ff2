import { App, Button } from 'antd';
import type { UnseenFeedback } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { clockOf } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { useCommands } from '../../../shared/ui-commands';
import { useSeeFeedback, useUnseenFeedback } from '../api/feedback';
import board from '../board.module.css';
import { saidWords } from './feedback-words';

/** What clients on the chairs said and nobody has answered to; nothing where all is heard. */
export function FeedbackPanel() {
  const { store, may } = useDesk();
  const items = useUnseenFeedback(store.id, may('appointments.serve')).data ?? [];
  if (items.length === 0) return null;
  return (
    <section data-testid="feedback" role="status">
      <h2 className={board.sideHead}>
        顾客有话说 <span className="tabular">{items.length}</span>
      </h2>
      <ul>
        {items.map((said) => (
          <Line key={said.id} said={said} />
        ))}
      </ul>
    </section>
  );
}

function Line({ said }: { said: UnseenFeedback }) {
  const { message } = App.useApp();
  const { openVisit } = useCommands();
  const { write, isPending } = useSeeFeedback();
  const see = () =>
    write({ feedbackId: said.id }, { refused: (cause) => void message.error(sentenceOf(cause)) });
  return (
    <li className={board.queueItem} data-testid={`feedback-${said.id}`}>
      <button
        type="button"
        className={board.queueOpen}
        onClick={() => openVisit(said.appointmentId)}
      >
        <span className={board.queueName}>{said.customerName}</span>
        <span className="tabular">{clockOf(said.at)}</span>
        <span className={board.queueWhat}>
          {saidWords(said)} · {said.staffNames.join('、')}
        </span>
      </button>
      <div className={board.queueActs}>
        <Button
          size="small"
          type="primary"
          loading={isPending}
          onClick={see}
          data-testid={`feedback-seen-${said.id}`}
        >
          知道了
        </Button>
      </div>
    </li>
  );
}
