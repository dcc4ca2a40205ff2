import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { StaffAppointment } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { DECLINE_WORDS } from '../../../shared/format/words';
import { useDeclineVisit, type DeclineReason } from '../api/answer-visit';
import styles from './visit-drawer.module.css';

const REASONS = Object.entries(DECLINE_WORDS) as [DeclineReason, string][];

/** Says no to a request, with a reason and a word for the client. */
export function DeclineForm({ visit, onDone }: { visit: StaffAppointment; onDone: () => void }) {
  const { message } = App.useApp();
  const decline = useDeclineVisit(visit.id);
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const [words, setWords] = useState('');
  const needsWords = reason === 'other' && words.trim() === '';
  return (
    <form
      className={styles.cancelForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (!reason || needsWords) return;
        const said = words.trim();
        decline.write(said ? { reason, words: said } : { reason }, {
          done: ({ customer }) => {
            void message.success(`已答复${customer.name}，时间已放开`);
            onDone();
          },
        });
      }}
      data-testid="decline-form"
    >
      <h3>为什么不能接？顾客会看到</h3>
      <div className={styles.reasons}>
        {REASONS.map(([code, word]) => (
          <Button
            key={code}
            size="small"
            type={code === reason ? 'primary' : 'default'}
            onClick={() => setReason(code)}
            data-testid={`decline-${code}`}
          >
            {word}
          </Button>
        ))}
      </div>
      <Input
        value={words}
        onChange={(event) => setWords(event.target.value)}
        maxLength={200}
        placeholder={reason === 'other' ? '请写一句给顾客的话' : '想对顾客补充的话，可以不填'}
        aria-label="给顾客的话"
        data-testid="decline-words"
      />
      {decline.error && (
        <div className={styles.error} role="alert">
          {sentenceOf(decline.error)}
        </div>
      )}
      <div className={styles.actions}>
        <Button onClick={onDone} disabled={decline.isPending}>
          返回
        </Button>
        <span className={styles.gap} />
        <Button
          danger
          type="primary"
          htmlType="submit"
          loading={decline.isPending}
          disabled={!reason || needsWords}
          data-testid="decline-submit"
        >
          答复顾客
        </Button>
      </div>
    </form>
  );
}
