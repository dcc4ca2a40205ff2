import { useEffect, useRef } from 'react';
import { sentenceOf } from '../../../shared/api/problem';
import { Notice } from '../../../shared/ui/amount';
import styles from '../care.module.css';

/** Why a record was not taken, brought into sight: a form is longer than a phone, and its button always in reach. */
export function Refused({ error }: { error: unknown }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'end' });
  }, [error]);
  if (!error) return null;
  return (
    <div ref={place} className={styles.refused} data-testid="record-refused">
      <Notice tone="alarm">{sentenceOf(error)}</Notice>
    </div>
  );
}
