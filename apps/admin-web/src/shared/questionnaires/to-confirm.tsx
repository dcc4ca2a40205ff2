import { App, Button } from 'antd';
import type { ClientAnswer, ToldConfirmation } from '../api/contract';
import { sentenceOf } from '../api/problem';
import { useDesk } from '../session/desk';
import { Notice } from '../ui/amount';
import { useConfirmTold } from './api';
import { JudgeTold } from './judge-told';
import styles from './questionnaires.module.css';

type Line = ClientAnswer['lines'][number];

const SEVERITIES = [
  ['mild', '轻微'],
  ['severe', '严重'],
] as const;

/**
 * Cautions that she only told: asked about and taken over into her health file. What the care knowledge names takes one
 * tap; of what no rule can judge, whoever asked her says what it is.
 */
export function ToConfirm({ clientId, answer }: { clientId: string; answer: ClientAnswer }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { write, isPending, error } = useConfirmTold(clientId, answer.id);
  const open = answer.lines.filter(({ toConfirm, toJudge }) => toConfirm !== null || toJudge);
  if (open.length === 0 || !may('health.write')) return null;
  const confirm = (body: ToldConfirmation) =>
    write(body, { done: () => void message.success('已记下') });
  return (
    <div className={styles.confirm} data-testid="to-confirm">
      <p className="note">问过顾客、情况属实的，记入健康档案；没有写明之前，每次都会提醒。</p>
      {open.map((line) => (
        <div key={line.key} className={styles.options}>
          <span>
            {line.label}：{line.words}
          </span>
          <Named line={line} isPending={isPending} onConfirm={confirm} />
          {line.toJudge && (
            <JudgeTold
              testId={`judge-${line.key}`}
              isPending={isPending}
              onJudged={(meaning) => confirm({ key: line.key, meaning })}
            />
          )}
        </div>
      ))}
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
    </div>
  );
}

/** What the care knowledge names of a caution. */
function Named({
  line: { key, toConfirm },
  isPending,
  onConfirm,
}: {
  line: Line;
  isPending: boolean;
  onConfirm: (body: ToldConfirmation) => void;
}) {
  if (toConfirm === null) return null;
  if (toConfirm === 'other')
    return (
      <Button
        size="small"
        disabled={isPending}
        onClick={() => onConfirm({ key })}
        data-testid={`confirm-${key}`}
      >
        记入健康档案
      </Button>
    );
  return SEVERITIES.map(([severity, word]) => (
    <Button
      key={severity}
      size="small"
      disabled={isPending}
      onClick={() => onConfirm({ key, severity })}
      data-testid={`confirm-${key}-${severity}`}
    >
      记为{word}过敏
    </Button>
  ));
}
