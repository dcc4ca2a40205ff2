import type { ReactNode } from 'react';
import type { TouchedVisit } from '../../../shared/api/contract';
import { visitTimeLabel } from '../../../shared/format/time';
import styles from '../month/month.module.css';

const WHY: Readonly<Record<TouchedVisit['absences'][number]['why'], string>> = {
  closed: '当天门店不营业',
  away: '请假或有事',
  no_certificate: '健康证到期',
  no_skill: '不再做这个项目',
  off_duty: '不在班',
  break: '在休息',
};

/** A visit whose person will not be there: the client, when, what, and who is missing why. */
export function TouchedLine({
  touched: { visit, absences },
  children,
}: {
  touched: TouchedVisit;
  children?: ReactNode;
}) {
  return (
    <li className={styles.line} data-testid={`touched-${visit.id}`}>
      <span className={styles.what}>
        <span>
          {visit.customer.name} ·{' '}
          <span className="tabular">{visitTimeLabel(visit.start, visit.end)}</span>
        </span>
        <span className="note">{visit.items.map(({ serviceName }) => serviceName).join('、')}</span>
        <span className={`note ${styles.why}`}>
          {absences.map(({ staffName, why }) => `${staffName}${WHY[why]}`).join('，')}
        </span>
      </span>
      {children}
    </li>
  );
}
