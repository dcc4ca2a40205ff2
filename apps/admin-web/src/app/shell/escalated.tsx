import { Button } from 'antd';
import { unanswered, usePending } from '../../features/board/api/list-pending';
import { useDesk } from '../../shared/session/desk';
import { useCommands } from '../../shared/ui-commands';
import styles from './shell.module.css';

/** What the manager is to see to, wherever she is: requests that nobody answered in half of their time. */
export function Escalated() {
  const { session, may } = useDesk();
  const isManager = session.staff.roles.some((role) => role === 'manager' || role === 'owner');
  return isManager && may('appointments.decide') ? <Waiting /> : null;
}

function Waiting() {
  const { store } = useDesk();
  const { openVisit } = useCommands();
  const waiting = unanswered(usePending(store.id).data).filter(
    ({ escalatedAt }) => escalatedAt !== null,
  );
  const [first] = waiting;
  if (!first) return null;
  return (
    <p className={styles.escalated} role="status" data-testid="escalated">
      {waiting.length} 条预约过半时间还没有答复
      <Button
        type="link"
        size="small"
        onClick={() => openVisit(first.id)}
        data-testid="escalated-open"
      >
        去处理
      </Button>
    </p>
  );
}
