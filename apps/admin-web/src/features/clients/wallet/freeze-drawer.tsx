import { App } from 'antd';
import { useState } from 'react';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';
import { ReasonDrawer } from '../../../shared/ui/reason-drawer';
import { useFreeze } from './api/freeze-wallet';
import type { WalletActProps } from './wallet-acts';

/** Stops a wallet, or lets it be used again; both with a reason. */
export function FreezeDrawer({ client, wallet, onClose }: WalletActProps) {
  const { message } = App.useApp();
  const { store } = useDesk();
  // As it was when the sheet was opened: the answer must not turn the words round under the hand.
  const [isFrozen] = useState(wallet.frozen);
  const { write, ...sheet } = useFreeze(client.id, isFrozen);
  const word = isFrozen ? '解除冻结' : '冻结';
  const done = () => {
    void message.success(isFrozen ? '已解除冻结，可以使用了' : '已冻结');
    onClose();
  };
  return (
    <ReasonDrawer
      title={`${word}${client.name}的储值卡`}
      testId="freeze"
      onClose={onClose}
      items={[{ name: '顾客', value: client.name }]}
      notice={
        <Notice>
          {isFrozen
            ? '解除后，顾客可以照常扣款、转赠和退款。'
            : '冻结后不能充值、扣款、转赠和退款，余额不变，直到解除冻结。'}
        </Notice>
      }
      placeholder={isFrozen ? '例如：顾客已找回手机' : '例如：顾客来电说手机丢了'}
      confirmWord={`确认${word}`}
      danger={!isFrozen}
      onConfirm={(reason) => write({ storeId: store.id, reason }, { done })}
      sheet={sheet}
    />
  );
}
