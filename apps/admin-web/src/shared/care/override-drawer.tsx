import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { CareOverrideWish } from '../api/contract';
import { keys } from '../api/keys';
import { sentenceOf } from '../api/problem';
import { REASON_RULE } from '../ui/money-rules';
import { SheetForm } from '../ui/sheet-form';
import { useNarrow } from '../ui/use-width';
import { isContraindicated, refusalOf, type CareRefusal } from './care-api';
import styles from './care.module.css';
import { CareFindings } from './care-findings';
import { SecondLook, useSecondLook } from './second-look';

interface Fields {
  reason: string;
  username: string;
  password: string;
}

/**
 * Going on in spite of a caution: who else answers for it, what she is shown, and why. Both names are kept. Where it
 * tells of health she looks first, and says yes afterwards.
 */
export function OverrideDrawer({
  asked,
  isPending,
  error,
  onClose,
  onAgreed,
}: {
  /** What was refused first. */
  asked: CareRefusal;
  isPending: boolean;
  error: unknown;
  onClose: () => void;
  onAgreed: (override: CareOverrideWish) => void;
}) {
  const narrow = useNarrow();
  const [form] = Form.useForm<Fields>();
  const queries = useQueryClient();
  const shown = useLatest(asked, error);
  const second = useSecondLook(shown);
  const { look } = second;
  const isReady = look !== null || !second.isNeeded;
  // Whoever shows exceptions shows this one as soon as the sheet has gone.
  useEffect(
    () => () => void queries.invalidateQueries({ queryKey: keys.careSummaries }),
    [queries],
  );
  const goOn = ({ reason, username, password }: Fields) => {
    const approver = { username: username.trim(), password };
    if (!isReady) return second.ask(approver);
    onAgreed({
      ...{ reason: reason.trim(), seen: shown.seen, approver },
      ...(look && { looked: look.looked }),
    });
  };
  const fault = isReady ? error : second.error;
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 480}
      title="请店长批准"
      footer={
        <Button
          type="primary"
          danger={isReady}
          block
          size="large"
          loading={isPending || second.isPending}
          onClick={() => form.submit()}
          data-testid={isReady ? 'override-confirm' : 'override-show'}
        >
          {isReady ? '两人确认，继续' : '请批准人看护理提示'}
        </Button>
      }
    >
      <div className={styles.form} data-testid="override">
        {shown !== asked && (
          <p role="alert" data-testid="override-changed">
            护理提示刚刚变了，请两位看过再确认。
          </p>
        )}
        {!look && <CareFindings findings={shown.findings} />}
        <SheetForm<Fields> form={form} onFinish={goOn}>
          <p className={`note ${styles.second}`}>
            另一位有权限的同事输入自己的账号和密码，两个人的名字都会留下。
          </p>
          <ApproverFields onChange={second.forget} />
          {look && <SecondLook look={look} />}
          {isReady && (
            <Form.Item name="reason" label="为什么可以做" rules={REASON_RULE}>
              <Input maxLength={200} autoComplete="off" data-testid="override-reason" />
            </Form.Item>
          )}
        </SheetForm>
        {Boolean(fault) && !isContraindicated(fault) && (
          <p role="alert" data-testid="override-error">
            {sentenceOf(fault)}
          </p>
        )}
      </div>
    </Drawer>
  );
}

/** Who she is. Another name or password is another person, who has seen nothing yet. */
function ApproverFields({ onChange }: { onChange: () => void }) {
  return (
    <>
      <Form.Item
        name="username"
        label="批准人账号"
        rules={[{ required: true, message: '请填写批准人账号' }]}
      >
        <Input
          maxLength={64}
          autoComplete="off"
          onChange={onChange}
          data-testid="override-username"
        />
      </Form.Item>
      <Form.Item
        name="password"
        label="批准人密码"
        rules={[{ required: true, message: '请填写批准人密码' }]}
      >
        <Input.Password
          maxLength={200}
          autoComplete="new-password"
          onChange={onChange}
          data-testid="override-password"
        />
      </Form.Item>
    </>
  );
}

/** The refusal that stands: what was written about her meanwhile refuses again, and a wrong password changes nothing. */
function useLatest(asked: CareRefusal, error: unknown): CareRefusal {
  const [latest, setLatest] = useState(asked);
  const now = isContraindicated(error) ? refusalOf(error) : latest;
  if (now.seen === latest.seen) return latest;
  setLatest(now);
  return now;
}
