import { Button, Drawer, Form, Input } from 'antd';
import type { CareFinding, CareOverrideWish } from '../api/contract';
import { sentenceOf } from '../api/problem';
import { Notice } from '../ui/amount';
import { REASON_RULE } from '../ui/money-rules';
import { SheetForm } from '../ui/sheet-form';
import { useNarrow } from '../ui/use-width';
import { isContraindicated } from './care-api';
import { CareFindings } from './care-findings';

interface Fields {
  reason: string;
  username: string;
  password: string;
}

/** Going on in spite of a caution: why, and who else answers for it. Both names are kept. */
export function OverrideDrawer({
  findings,
  isPending,
  error,
  onClose,
  onAgreed,
}: {
  findings: readonly CareFinding[];
  isPending: boolean;
  error: unknown;
  onClose: () => void;
  onAgreed: (override: CareOverrideWish) => void;
}) {
  const narrow = useNarrow();
  const [form] = Form.useForm<Fields>();
  const agree = ({ reason, username, password }: Fields) =>
    onAgreed({ reason: reason.trim(), approver: { username: username.trim(), password } });
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 480}
      title="请店长批准"
      footer={
        <Button
          type="primary"
          danger
          block
          size="large"
          loading={isPending}
          onClick={() => form.submit()}
          data-testid="override-confirm"
        >
          两人确认，继续
        </Button>
      }
    >
      <div data-testid="override">
        <CareFindings findings={findings} />
        <SheetForm<Fields> form={form} onFinish={agree}>
          <Form.Item name="reason" label="为什么可以做" rules={REASON_RULE}>
            <Input maxLength={200} autoComplete="off" data-testid="override-reason" />
          </Form.Item>
          <Notice tone="quiet">
            另一位有权限的同事输入自己的账号和密码，两个人的名字都会留下。
          </Notice>
          <Form.Item
            name="username"
            label="批准人账号"
            rules={[{ required: true, message: '请填写批准人账号' }]}
          >
            <Input maxLength={64} autoComplete="off" data-testid="override-username" />
          </Form.Item>
          <Form.Item
            name="password"
            label="批准人密码"
            rules={[{ required: true, message: '请填写批准人密码' }]}
          >
            <Input.Password
              maxLength={200}
              autoComplete="new-password"
              data-testid="override-password"
            />
          </Form.Item>
        </SheetForm>
        {error !== null && error !== undefined && !isContraindicated(error) && (
          <p role="alert" data-testid="override-error">
            {sentenceOf(error)}
          </p>
        )}
      </div>
    </Drawer>
  );
}
