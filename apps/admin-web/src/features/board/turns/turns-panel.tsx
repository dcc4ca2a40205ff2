import { App, Button } from 'antd';
import type { PositionQueue } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { clockOf } from '../../../shared/format/time';
import { positionWord } from '../../../shared/format/words';
import { useDesk } from '../../../shared/session/desk';
import { useActOnTurn, useTurns, type TurnDeed } from '../api/turns';
import board from '../board.module.css';
import styles from './turns.module.css';

const DONE: Readonly<Record<TurnDeed['act'], string>> = {
  sign_in: '已签到',
  sign_out: '已签退',
  passed: '已过牌，排到队尾',
};

/** Who is next today; nothing where the store keeps no turns. */
export function TurnsPanel() {
  const { store, may } = useDesk();
  const turns = useTurns(store.id, may('turns.read'));
  if (!turns.data?.isKept) return null;
  const { queues } = turns.data;
  return (
    <section data-testid="turns">
      <h2 className={board.sideHead}>轮牌</h2>
      {queues.length === 0 && <p className={board.quiet}>今天还没有人排班，有人上班后可以签到。</p>}
      {queues.map((queue) => (
        <Queue key={queue.position} queue={queue} />
      ))}
    </section>
  );
}

function Queue({ queue: { position, inQueue, absent } }: { queue: PositionQueue }) {
  return (
    <div className={styles.queue}>
      <h3 className={styles.position}>{positionWord(position)}</h3>
      {inQueue.length > 0 && (
        <ol className={styles.line}>
          {inQueue.map((turn, index) => (
            <li key={turn.staffId} data-testid={`turn-${turn.staffId}`}>
              <span className={`tabular ${styles.place}`}>{index + 1}</span>
              <span className={styles.who}>
                <span className={styles.name}>{turn.name}</span>
                <span className="note">{doing(turn)}</span>
              </span>
              <Acts staffId={turn.staffId} isIn />
            </li>
          ))}
        </ol>
      )}
      {absent.length > 0 && (
        <ul className={styles.line} aria-label="未签到">
          {absent.map(({ staffId, name }) => (
            <li key={staffId} data-testid={`absent-${staffId}`}>
              <span className={styles.who}>
                <span className={styles.name}>{name}</span>
                <span className="note">未签到</span>
              </span>
              <Acts staffId={staffId} isIn={false} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function doing({ busyUntil, ahead, served, passed }: PositionQueue['inQueue'][number]): string {
  const now = busyUntil ? `服务中，约 ${clockOf(busyUntil)} 结束` : '空闲';
  const waits = ahead > 0 ? [`已排 ${ahead} 位`] : [];
  const had = [`轮 ${served} 次`, ...(passed > 0 ? [`过 ${passed} 次`] : [])];
  return [now, ...waits, ...had].join(' · ');
}

/** The desk acts for everybody, others for themselves. */
function Acts({ staffId, isIn }: { staffId: string; isIn: boolean }) {
  const { session, store, may } = useDesk();
  const { message } = App.useApp();
  const { write, isPending } = useActOnTurn(store.id);
  const isMine = session.staff.id === staffId;
  if (!may('turns.keep') && !(isMine && may('turns.join'))) return null;
  const act = (deed: TurnDeed['act']) =>
    write(may('turns.keep') ? { act: deed, staffId } : { act: deed }, {
      done: () => void message.success(DONE[deed]),
      refused: (cause) => void message.error(sentenceOf(cause)),
    });
  const button = (deed: TurnDeed['act'], words: string) => (
    <Button
      size="small"
      disabled={isPending}
      onClick={() => act(deed)}
      data-testid={`${deed}-${staffId}`}
    >
      {words}
    </Button>
  );
  return (
    <span className={styles.acts}>
      {isIn ? (
        <>
          {button('passed', '过牌')}
          {button('sign_out', '签退')}
        </>
      ) : (
        button('sign_in', '签到')
      )}
    </span>
  );
}
