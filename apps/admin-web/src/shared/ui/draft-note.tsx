import { Button } from 'antd';
import type { DraftState } from '../api/draft-keeper';

const WORDS: Readonly<Record<Exclude<DraftState['kind'], 'failed'>, string>> = {
  untouched: '写的内容会自动保存',
  typing: '正在写',
  saving: '正在保存草稿',
  saved: '草稿已保存',
};

/** Where a draft stands, with another try where it was not saved. */
export function DraftNote({
  state,
  onRetry,
  className,
  testId,
}: {
  state: DraftState;
  onRetry: () => void;
  className: string | undefined;
  testId: string;
}) {
  return (
    <span
      className={`note ${className ?? ''}`}
      role="status"
      data-testid={testId}
      data-state={state.kind}
    >
      {state.kind === 'failed' ? (
        <>
          草稿没有保存：{state.why}
          <Button type="link" size="small" onClick={onRetry} data-testid={`${testId}-again`}>
            再存一次
          </Button>
        </>
      ) : (
        WORDS[state.kind]
      )}
    </span>
  );
}
