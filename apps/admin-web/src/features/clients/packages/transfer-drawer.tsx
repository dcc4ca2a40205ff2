import { App, Form } from 'antd';
import { useState } from 'react';
import type { ClientFile, ClientPackage, ClientRow } from '../../../shared/api/contract';
import { Notice } from '../../../shared/ui/amount';
import { showFieldErrors } from '../../../shared/ui/field-errors';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { Taker, TransferProofFields, type TransferProof } from '../transfer-parts';
import { useTransferPackage } from './api/transfer-package';
import { leftOf } from './package-acts';

/** Hands a package on as it is: the giver shows her code, the person at the desk her password once more. */
export function TransferPackageDrawer({
  client,
  pack,
  onClose,
}: {
  client: ClientFile;
  pack: ClientPackage;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<TransferProof>();
  const [to, setTo] = useState<ClientRow | null>(null);
  const [fields, setFields] = useState<TransferProof | null>(null);
  const { write, error, isPending, reset } = useTransferPackage(pack.id);
  const confirm = () =>
    fields &&
    to &&
    write(
      { ...fields, code: fields.code.trim(), reason: fields.reason.trim(), toClientId: to.id },
      {
        done: () => {
          void message.success(`已转给${to.name}`);
          onClose();
        },
        refused: (cause) => {
          if (showFieldErrors(form, cause)) setFields(null);
        },
      },
    );
  return (
    <WriteDrawer
      title={`把${client.name}的${pack.name}转给他人`}
      testId="transfer-package"
      onClose={onClose}
      review={
        fields &&
        to && (
          <>
            <Review
              items={[
                { name: '转出', value: client.name },
                { name: '转入', value: `${to.name}（会员号 ${to.memberNo}）` },
                { name: '卡', value: pack.name },
                ...(pack.kind === 'time' ? [] : [{ name: '剩余', value: `${leftOf(pack)} 次` }]),
                { name: '原因', value: fields.reason },
              ]}
            />
            <Notice>整张卡连同期限和约定一起转过去。</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setFields(null);
      }}
      onConfirm={confirm}
      confirmWord="确认转赠"
      danger
      isReady={to !== null}
      isPending={isPending}
      error={error}
    >
      <Taker giverId={client.id} to={to} onPick={setTo} testId="transfer-package-to" />
      <SheetForm<TransferProof> form={form} onFinish={setFields}>
        <TransferProofFields />
      </SheetForm>
    </WriteDrawer>
  );
}
