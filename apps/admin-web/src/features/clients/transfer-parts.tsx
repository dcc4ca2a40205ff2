import { App, Button, Form, Input } from 'antd';
import type { ClientRow } from '../../shared/api/contract';
import { ClientSearch } from '../../shared/ui/client-search';
import { REASON_RULE } from '../../shared/ui/money-rules';
import styles from './clients.module.css';

/** Who gets what is handed on: anybody but the giver. */
export function Taker({
  giverId,
  to,
  onPick,
  testId,
}: {
  giverId: string;
  to: ClientRow | null;
  onPick: (to: ClientRow | null) => void;
  testId: string;
}) {
  const { message } = App.useApp();
  return (
    <section className={styles.taker}>
      <h3>转给谁</h3>
      {to ? (
        <p>
          <strong>{to.name}</strong> <span className="note tabular">会员号 {to.memberNo}</span>
          <Button type="link" size="small" onClick={() => onPick(null)}>
            换一位
          </Button>
        </p>
      ) : (
        <ClientSearch
          onPick={(picked) => {
            if (picked.id === giverId) void message.warning('不能转给自己，请选择另一位顾客');
            else onPick(picked);
          }}
          autoFocus
          testId={testId}
        />
      )}
    </section>
  );
}

/** What a handing-on asks for besides its object. */
export interface TransferProof {
  code: string;
  reason: string;
  password: string;
}

/** The giver's yes, the reason, and the password of whoever does it. */
export function TransferProofFields() {
  return (
    <>
      <Form.Item
        name="code"
        label="转出方的会员码"
        rules={[{ required: true, message: '请扫转出方的会员码' }]}
      >
        <Input maxLength={40} inputMode="numeric" autoComplete="off" data-testid="transfer-code" />
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
    </>
  );
}
