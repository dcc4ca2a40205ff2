import { App } from 'antd';
import type { Merge } from '../../shared/api/contract';
import { ApiProblem } from '../../shared/api/problem';
import { moneyLabel } from '../../shared/format/money';
import { Notice } from '../../shared/ui/amount';
import { ReasonDrawer } from '../../shared/ui/reason-drawer';
import { useUndoMerge } from './api/merges';

/** Makes two files of one again. */
export function UndoDrawer({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const { message } = App.useApp();
  const undo = useUndoMerge(merge.id);
  const done = () => {
    void message.success('已撤销，两份档案都恢复了');
    onClose();
  };
  const spent = spentWords(undo.error);
  return (
    <ReasonDrawer
      title="撤销合并"
      testId="undo"
      onClose={onClose}
      items={[
        { name: '恢复的档案', value: `${merge.fromName} ${merge.fromNo}` },
        { name: '留下的档案', value: `${merge.toName} ${merge.toNo}` },
      ]}
      notice={
        <>
          <Notice>
            合并时并过来的都会还给 {merge.fromNo}；合并以后新发生的预约、账单留在 {merge.toNo}。
          </Notice>
          {spent && <Notice tone="alarm">合并后已用掉：{spent}。请先撤销这些消费。</Notice>}
        </>
      }
      confirmWord="确认撤销"
      danger
      onConfirm={(reason) => undo.write({ reason }, { done })}
      sheet={undo}
    />
  );
}

interface Spent {
  what: string;
  fen?: number;
  count?: number;
}

/** `储值 300.00 元、积分 20`; null where nothing of it stands in the way. */
function spentWords(error: unknown): string | null {
  if (!(error instanceof ApiProblem) || error.code !== 'MERGE_VALUE_SPENT') return null;
  const spent = (error.extras.spent ?? []) as readonly Spent[];
  return spent
    .map(({ what, fen, count }) => `${what} ${fen === undefined ? (count ?? 1) : moneyLabel(fen)}`)
    .join('、');
}
