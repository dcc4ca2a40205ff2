import type { PlanPerson, PlanShift, ShiftTemplate } from '../../../shared/api/contract';
import { clockLabel, clockOf } from '../../../shared/format/time';
import { hoursLabel } from './plan';
import styles from './month.module.css';

type Day = PlanPerson['days'][number];

/** A person's day in small: her shifts by name, leave, another store, and how many visits she has. */
export function PlanCell({
  day,
  shifts,
  templates,
}: {
  day: Day | undefined;
  shifts: readonly PlanShift[];
  templates: readonly ShiftTemplate[];
}) {
  return (
    <>
      {shifts.map((shift) => {
        const template = templates.find(({ id }) => id === shift.templateId);
        return (
          <span
            key={shift.startMinute}
            className={styles.chip}
            data-colour={template?.colour}
            title={[template?.name, hoursLabel(shift)].filter(Boolean).join(' ')}
          >
            {template ? template.name.slice(0, 2) : clockLabel(shift.startMinute)}
          </span>
        );
      })}
      {day?.elsewhere.map((store) => (
        <span key={store} className={styles.elsewhere} title={`这一天在${store}`}>
          他店
        </span>
      ))}
      {day && day.away.length > 0 && (
        <span className={styles.away} title={awayTitle(day.away)}>
          {day.away.some(({ kind }) => kind === 'leave') ? '假' : '占'}
        </span>
      )}
      {day && day.visits > 0 && (
        <span className={`tabular ${styles.visits}`} title={`${day.visits} 个预约`}>
          {day.visits} 约
        </span>
      )}
    </>
  );
}

/** When she cannot be booked, in words. */
const awayTitle = (away: Day['away']): string =>
  away
    .map(({ kind, start, end }) => {
      const word = kind === 'leave' ? '请假' : '占用';
      return `${word} ${clockOf(start)}–${clockOf(end)}`;
    })
    .join('，');
