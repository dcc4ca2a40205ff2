import { APPOINTMENT_STATE_WORDS, type AppointmentState } from '@yance/shared-types';
import styles from './state-tag.module.css';

/** A visit's state as a coloured word. */
export function StateTag({ state }: { state: AppointmentState }) {
  return (
    <span className={styles.tag} data-state={state}>
      {APPOINTMENT_STATE_WORDS[state]}
    </span>
  );
}
