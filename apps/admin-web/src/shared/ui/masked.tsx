import { EyeOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { sentenceOf } from '../api/problem';
import styles from './masked.module.css';

const REASONS = ['预约联系', '到店核对', '售后回访'];

/** On a phone it moves aside instead of off the screen. */
const INSIDE = { overflow: { shiftX: true, adjustY: true } };

interface Reveal {
  data: string | undefined;
  error: unknown;
  isPending: boolean;
  /** Asks for it; the API records who looked and why. */
  ask: (reason: string) => void;
}

/** Something of a client that is masked until somebody says why she needs it whole. */
export function Masked({
  masked,
  what,
  testId,
  mayReveal,
  reveal,
  whole,
}: {
  masked: string;
  /** What is asked for: 号码. */
  what: string;
  /** Begins the marks of what opens it, of the reason and of what was opened. */
  testId: string;
  mayReveal: boolean;
  reveal: Reveal;
  whole: (value: string) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  if (reveal.data !== undefined) return whole(reveal.data);
  return (
    <span className={styles.masked}>
      <span className="tabular">{masked}</span>
      {mayReveal && (
        <Popover
          open={isOpen}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomLeft"
          align={INSIDE}
          content={<ReasonForm what={what} testId={testId} reveal={reveal} />}
        >
          <Button
            size="small"
            type="text"
            icon={<EyeOutlined aria-hidden />}
            aria-label={`查看完整${what}`}
            data-testid={`${testId}-reveal`}
          >
            查看
          </Button>
        </Popover>
      )}
    </span>
  );
}

function ReasonForm({ what, testId, reveal }: { what: string; testId: string; reveal: Reveal }) {
  const { ask, isPending: isBusy, error } = reveal;
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) ask(reason.trim());
      }}
    >
      <p className="note">查看完整{what}会留下记录，请选择或填写原因</p>
      <div className={styles.reasons}>
        {REASONS.map((word) => (
          <Button key={word} size="small" disabled={isBusy} onClick={() => ask(word)}>
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
          data-testid={`${testId}-reason`}
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
