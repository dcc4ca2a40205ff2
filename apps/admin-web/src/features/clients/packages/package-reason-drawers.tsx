import { App } from 'antd';
import { useState } from 'react';
import type { ClientPackage, SessionUse } from '../../../shared/api/contract';
import { Amount, Notice } from '../../../shared/ui/amount';
import { ReasonDrawer } from '../../../shared/ui/reason-drawer';
import { useChangePackage, type PackageStep } from './api/change-package';
import { useReverseUse } from './api/reverse-use';
import { leftOf } from './package-acts';

interface Words {
  readonly title: string;
  readonly notice: string;
  readonly placeholder: string;
  readonly confirm: string;
  readonly done: string;
}

const WORDS: Readonly<Record<PackageStep, Words>> = {
  freeze: {
    title: '冻结这张卡',
    notice: '冻结期间不能使用和预约；解冻时，冻结的天数会加到期限里。',
    placeholder: '例如：顾客怀孕，暂停护理',
    confirm: '确认冻结',
    done: '已冻结',
  },
  unfreeze: {
    title: '解除冻结',
    notice: '解除后可以照常使用，期限按冻结的天数顺延。',
    placeholder: '例如：顾客回来了',
    confirm: '确认解除冻结',
    done: '已解除冻结',
  },
  reverse: {
    title: '冲正这次开卡',
    notice: '只用于开错的卡。次数和收款会记一笔相反的账，收的钱请当面退还。',
    placeholder: '例如：选错了卡',
    confirm: '确认冲正',
    done: '已冲正',
  },
};

/** What is done to a package with nothing but a reason. */
export function PackageReasonDrawer({
  pack,
  step,
  onClose,
}: {
  pack: ClientPackage;
  step: PackageStep;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  // As it was when the sheet was opened: the answer must not turn the words round under the hand.
  const [words] = useState(WORDS[step]);
  const { write, ...sheet } = useChangePackage(pack, step);
  const done = () => {
    void message.success(words.done);
    onClose();
  };
  return (
    <ReasonDrawer
      title={words.title}
      testId="package-reason"
      onClose={onClose}
      items={[
        { name: '卡', value: pack.name },
        ...(pack.kind === 'time' ? [] : [{ name: '剩余', value: `${leftOf(pack)} 次` }]),
        ...(step === 'reverse'
          ? [{ name: '退还顾客', value: <Amount fen={pack.priceFen} strong /> }]
          : []),
      ]}
      notice={<Notice>{words.notice}</Notice>}
      placeholder={words.placeholder}
      confirmWord={words.confirm}
      danger={step !== 'unfreeze'}
      onConfirm={(reason) => write({ reason }, { done })}
      sheet={sheet}
    />
  );
}

/** Undoes a wrong use: the session is in the package again. */
export function ReverseUseDrawer({
  use,
  clientId,
  onClose,
}: {
  use: SessionUse;
  clientId: string;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const { write, ...sheet } = useReverseUse(use.id, clientId);
  const done = () => {
    void message.success('已冲正，次数已退回卡里');
    onClose();
  };
  return (
    <ReasonDrawer
      title="冲正耗卡"
      testId="reverse-use"
      onClose={onClose}
      items={[
        { name: '卡', value: use.packageName },
        { name: '项目', value: use.title },
        { name: '退回', value: '1 次' },
      ]}
      notice={<Notice>原来的耗卡会保留在明细里，另外记一笔相反的账。</Notice>}
      confirmWord="确认冲正"
      danger
      onConfirm={(reason) => write({ reason }, { done })}
      sheet={sheet}
    />
  );
}
