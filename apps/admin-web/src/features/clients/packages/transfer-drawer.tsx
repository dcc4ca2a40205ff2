import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ClientFile, ClientPackage, ClientRow } from '../../../shared/api/contract';
import { Notice } from '../../../shared/ui/amount';
import { ClientSearch } from '../../../shared/ui/client-search';
import { showFieldErrors } from '../../../shared/ui/field-errors';
import { REASON_RULE } from '../../../shared/ui/money-rules';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useTransferPackage } from './api/transfer-package';
import { leftOf } from './package-acts';
import styles from './packages.module.css';

interface Fields {
  code: string;
  reason: string;
  password: string;
}

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
  const [form] = Form.useForm<Fields>();
  const [to, setTo] = useState<ClientRow | null>(null);
  const [fields, setFields] = useState<Fields | null>(null);
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
      <section className={styles.to}>
        <h3>转给谁</h3>
        {to ? (
          <p>
            <strong>{to.name}</strong> <span className="note tabular">会员号 {to.memberNo}</span>
            <Button type="link" size="small" onClick={() => setTo(null)}>
              换一位
            </Button>
          </p>
        ) : (
          <ClientSearch
            onPick={(picked) => {
              if (picked.id === client.id) void message.warning('不能转给自己，请选择另一位顾客');
              else setTo(picked);
            }}
            autoFocus
            testId="transfer-package-to"
          />
        )}
      </section>
      <SheetForm<Fields> form={form} onFinish={setFields}>
        <Form.Item
          name="code"
          label="转出方的会员码"
          rules={[{ required: true, message: '请扫转出方的会员码' }]}
        >
          <Input
            maxLength={40}
            inputMode="numeric"
            autoComplete="off"
            data-testid="transfer-code"
          />
        </Form.Item>
        <Form.Item name="reason" label="原因" rules={REASON_RULE}>
          <Input maxLength={200} data-testid="transfer-reason" />
        </Form.Item>
        <Form.Item
          name="password"
          label="您的登录密码"
          extra="转赠前再确认一次是您本人在操作"
          rules={[{ required: true, message: '请输入您的密码' }]}
        >
          <Input.Password
            maxLength={200}
            autoComplete="current-password"
            visibilityToggle={false}
            data-testid="transfer-password"
          />
        </Form.Item>
      </SheetForm>
    </WriteDrawer>
  );
}
