import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { isUnanswered, sentenceOf } from '../api/problem';
import styles from './money.module.css';
import { useNarrow } from './use-width';

interface Props {
  title: string;
  testId: string;
  onClose: () => void;
  /** What is asked for. Stays mounted while it is read over, so that nothing typed is lost. */
  children: ReactNode;
  /** What will happen, to be read before it does; null while the form is filled in. */
  review: ReactNode | null;
  onReview: () => void;
  onBack: () => void;
  onConfirm: () => void;
  confirmWord: string;
  /** For what takes something away. */
  danger?: boolean;
  isReady?: boolean;
  isPending: boolean;
  error: unknown;
}

/** A write in two steps: fill in, read over, confirm. Enter goes on, and confirms on the second step. */
export function WriteDrawer(props: Props) {
  const { title, testId, onClose, children, review, isPending, error } = props;
  const narrow = useNarrow();
  return (
    <Drawer
      open
      onClose={onClose}
      closable={!isPending}
      mask={{ closable: !isPending }}
      keyboard={!isPending}
      size={narrow ? '100%' : 520}
      title={title}
      footer={<Foot {...props} />}
    >
      <div className={styles.form} data-testid={testId} data-step={review ? 'review' : 'fill'}>
        <div hidden={review !== null}>{children}</div>
        {review}
        {error !== null && error !== undefined && (
          <p className={styles.error} role="alert" data-testid={`${testId}-error`}>
            {isUnanswered(error)
              ? `没有收到应答，不知道有没有办成。请再点一次“${props.confirmWord}”：已经办成的不会重复。`
              : sentenceOf(error)}
          </p>
        )}
      </div>
    </Drawer>
  );
}

function Foot(props: Props) {
  const { testId, review, onClose, onBack, onReview, onConfirm, isPending, error } = props;
  if (review === null)
    return (
      <div className={styles.foot}>
        <Button onClick={onClose}>取消</Button>
        <Button
          key="next"
          type="primary"
          disabled={props.isReady === false}
          onClick={onReview}
          data-testid={`${testId}-next`}
        >
          下一步：核对
        </Button>
      </div>
    );
  return (
    <div className={styles.foot}>
      {/* Changed, it would be another request, and the first one may have gone through. */}
      <Button
        onClick={onBack}
        disabled={isPending || isUnanswered(error)}
        data-testid={`${testId}-back`}
      >
        返回修改
      </Button>
      {/* A button of its own, so that it takes the focus when it appears. */}
      <Button
        key="confirm"
        type="primary"
        danger={props.danger}
        loading={isPending}
        disabled={isPending}
        // The second half of a double click on the button before it has read nothing over.
        onClick={({ detail }) => detail <= 1 && onConfirm()}
        autoFocus
        data-testid={`${testId}-confirm`}
      >
        {props.confirmWord}
      </Button>
    </div>
  );
}

export interface ReviewItem {
  readonly name: string;
  readonly value: ReactNode;
  readonly testId?: string;
}

/** What will happen, line by line. */
export function Review({ items }: { items: readonly ReviewItem[] }) {
  return (
    <dl className={styles.review}>
      {items.map(({ name, value, testId }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-testid={testId}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
