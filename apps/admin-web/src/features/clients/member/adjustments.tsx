import { App, Button } from 'antd';
import { ADJUSTMENT_STATE_WORDS, type AdjustmentState } from '@yance/shared-types';
import type { PointsAdjustment } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Notice, ToneTag, type Tone } from '../../../shared/ui/amount';
import { Empty } from '../../../shared/ui/states';
import { useDecideAdjustment } from './api/member';
import styles from './member.module.css';
import { signed } from './member-words';

const TONES: Readonly<Record<AdjustmentState, Tone>> = {
  requested: 'amber',
  done: 'leaf',
  rejected: 'quiet',
};

interface Props {
  clientId: string;
  adjustments: readonly PointsAdjustment[];
}

/** Points that were set right by hand, and what waits for a second person. */
export function Adjustments({ clientId, adjustments }: Props) {
  if (adjustments.length === 0) return <Empty title="没有手动调整过" />;
  return (
    <ul className={styles.list} data-testid="member-adjustments">
      {adjustments.map((one) => (
        <li key={one.id}>
          <span>
            <span className="tabular">{signed(one.points)} 分</span> · {one.reason}
            <span className={`note tabular ${styles.under}`}>
              {one.requestedByName} · {momentLabel(one.requestedAt)}
              {one.decidedByName === null ? '' : ` · ${one.decidedByName}审批`}
            </span>
          </span>
          <span className={styles.end}>
            <ToneTag tone={TONES[one.state]}>{ADJUSTMENT_STATE_WORDS[one.state]}</ToneTag>
            {one.state === 'requested' && <Decide clientId={clientId} id={one.id} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Decide({ clientId, id }: { clientId: string; id: string }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { write, error, isPending } = useDecideAdjustment(clientId, id);
  if (!may('points.adjust-decide')) return null;
  const decide = (agree: boolean) =>
    write({ agree }, { done: () => void message.success(agree ? '已同意' : '已驳回') });
  return (
    <>
      <Button size="small" disabled={isPending} onClick={() => decide(false)}>
        驳回
      </Button>
      <Button
        size="small"
        type="primary"
        loading={isPending}
        onClick={() => decide(true)}
        data-testid={`adjustment-agree-${id}`}
      >
        同意
      </Button>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
    </>
  );
}
