import { useState } from 'react';
import type { CareLook, CareOverrideWish } from '../api/contract';
import { answerOf, api } from '../api/transport';
import { keyHeader, useWrite } from '../api/use-write';
import type { CareRefusal } from './care-api';
import { CareFindings } from './care-findings';
import styles from './care.module.css';

interface Asked {
  readonly refusal: CareRefusal;
  readonly approver: CareOverrideWish['approver'];
}

/** Asks for what stopped something in full, in the second person's name; her look is written down. */
const send = ({ key, body: { refusal, approver } }: { key: string; body: Asked }) => {
  const { seen, look } = refusal;
  if (!look) throw new Error('nothing of it is hidden');
  return answerOf(
    api.POST('/api/staff/clients/{id}/care-looks', {
      params: { path: { id: look.clientId } },
      headers: keyHeader(key),
      body: { seen, sealed: look.sealed, approver },
    }),
  );
};

/** The second person's look: hers alone, and only at the refusal that stands. */
export function useSecondLook(refusal: CareRefusal) {
  const [kept, setKept] = useState<{ seen: string; look: CareLook } | null>(null);
  const { write, error, isPending, reset } = useWrite(send, []);
  return {
    look: kept?.seen === refusal.seen ? kept.look : null,
    isNeeded: refusal.look !== null,
    ask: (approver: Asked['approver']) =>
      write({ refusal, approver }, { done: (look) => setKept({ seen: refusal.seen, look }) }),
    /** Somebody else stands there now. */
    forget: () => {
      setKept(null);
      reset();
    },
    ...{ error, isPending },
  };
}

/** What she answers for, in words that nobody else at this screen may read. */
export function SecondLook({ look: { approverName, findings } }: { look: CareLook }) {
  return (
    <div className={styles.look} data-testid="override-look">
      <CareFindings findings={findings} />
      <p className="note">这些内容只给批准人看，{approverName}的这次查看已经记下。</p>
    </div>
  );
}
