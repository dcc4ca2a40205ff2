import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ClientProfile, ContactDetail } from '../../../shared/api/contract';
import { useDesk } from '../../../shared/session/desk';
import { Masked } from '../../../shared/ui/masked';
import { useRevealContact } from './api/contact';
import { fieldWord } from './field-words';
import styles from './file.module.css';

/** One way to reach a client, masked until somebody says why she needs it. */
export function ContactLine({
  clientId,
  detail,
  masked,
}: {
  clientId: string;
  detail: ContactDetail;
  masked: string;
}) {
  const { may } = useDesk();
  const { data, error, isPending, mutate } = useRevealContact();
  return (
    <Masked
      {...{ masked, what: fieldWord(detail), testId: detail }}
      mayReveal={may('clients.reveal-phone')}
      reveal={{
        ...{ data, error, isPending },
        ask: (reason) => mutate({ id: clientId, detail, reason }),
      }}
      whole={(value) => (
        <span className={styles.said} data-testid={`${detail}-revealed`}>
          {value}
        </span>
      )}
    />
  );
}

/** How she is reached, to be said anew: what stands there stays as it is until somebody wants to change it. */
export const ContactFields = ({ contact }: { contact: ClientProfile['contact'] }) => (
  <>
    <div className={styles.pair}>
      <Form.Item name="wechatName" label="微信名">
        <Kept masked={contact.wechatName} maxLength={40} testId="profile-wechat" />
      </Form.Item>
      <Form.Item name="email" label="邮箱" rules={[{ type: 'email', message: '请填写有效的邮箱' }]}>
        <Kept masked={contact.email} maxLength={100} testId="profile-email" />
      </Form.Item>
    </div>
    <Form.Item name="address" label="居住区域">
      <Kept
        masked={contact.address}
        maxLength={100}
        placeholder="例如：徐汇区 衡山路一带"
        testId="profile-address"
      />
    </Form.Item>
  </>
);

interface KeptProps {
  masked: string;
  maxLength: number;
  testId: string;
  placeholder?: string;
  /** By the form: undefined as long as nobody wants to change it. */
  id?: string;
  value?: string | undefined;
  onChange?: (value: string | undefined) => void;
}

function Kept({ masked, maxLength, testId, placeholder, id, value, onChange }: KeptProps) {
  const [isChanging, setChanging] = useState(masked === '');
  const change = (changing: boolean) => {
    setChanging(changing);
    onChange?.(changing ? '' : undefined);
  };
  if (!isChanging)
    return (
      <span className={styles.kept}>
        <span id={id}>{masked}</span>
        <Button size="small" onClick={() => change(true)} data-testid={`${testId}-change`}>
          修改
        </Button>
      </span>
    );
  return (
    <span className={styles.kept}>
      <Input
        id={id}
        value={value ?? ''}
        maxLength={maxLength}
        placeholder={masked === '' ? placeholder : '留空就是删去'}
        onChange={(event) => onChange?.(event.target.value)}
        data-testid={testId}
      />
      {masked !== '' && (
        <Button size="small" type="text" onClick={() => change(false)}>
          不改
        </Button>
      )}
    </span>
  );
}
