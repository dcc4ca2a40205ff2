import { EyeOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../api/problem';
import { useRevealPhone } from '../requests/reveal-phone';
import styles from './phone.module.css';

const REASONS = ['预约联系', '到店核对', '售后回访'];

/** A masked number that opens for a stated reason; the API records who looked and why. */
export function Phone({
  clientId,
  masked,
  mayReveal,
}: {
  clientId: string;
  masked: string | null;
  mayReveal: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const reveal = useRevealPhone();
  if (!masked) return <span className="note">未留电话</span>;
  if (reveal.data)
    return (
      <a className="tabular" href={`tel:${reveal.data}`} data-testid="phone-revealed">
        {reveal.data}
      </a>
    );
  return (
    <span className={styles.phone}>
      <span className="tabular">{masked}</span>
      {mayReveal && (
        <Popover
          open={isOpen}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomLeft"
          content={
            <ReasonForm
              isBusy={reveal.isPending}
              error={reveal.error}
              onReason={(reason) => reveal.mutate({ id: clientId, reason })}
            />
          }
        >
          <Button
            size="small"
            type="text"
            icon={<EyeOutlined aria-hidden />}
            data-testid="phone-reveal"
          >
            查看
          </Button>
        </Popover>
      )}
    </span>
  );
}

function ReasonForm({
  isBusy,
  error,
  onReason,
}: {
  isBusy: boolean;
  error: unknown;
  onReason: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onReason(reason.trim());
      }}
    >
      <p className="note">查看完整号码会留下记录，请选择或填写原因</p>
      <div className={styles.reasons}>
        {REASONS.map((word) => (
          <Button key={word} size="small" disabled={isBusy} onClick={() => onReason(word)}>
            {word}
          </Button>
        ))}
      </div>
      <div className={styles.own}>
        <Input
          size="small"
          value={reason}
          maxLength={100}
          placeholder="其他原因"
          aria-label="查看原因"
          onChange={(event) => setReason(event.target.value)}
          data-testid="phone-reason"
        />
        <Button
          size="small"
          type="primary"
          htmlType="submit"
          loading={isBusy}
          disabled={!reason.trim()}
        >
          查看
        </Button>
      </div>
      {error !== null && (
        <p className={styles.error} role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </form>
  );
}
