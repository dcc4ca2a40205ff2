import type { ReactNode } from 'react';
import type { ClientOverview } from '../../../shared/api/contract';
import { dayLabel } from '../../../shared/format/time';
import { Amount } from '../../../shared/ui/amount';
import { Card } from '../../../shared/ui/page';
import styles from './overview.module.css';

/** What a client has, in one row of figures. */
export function Glance({ client }: { client: ClientOverview }) {
  const { money, sessions, coupons } = client;
  const figures: { name: string; value: ReactNode; note?: string }[] = [];
  if (money) {
    figures.push({
      name: '储值余额',
      value: <Amount fen={money.principalFen + money.bonusFen} gold testId="glance-balance" />,
    });
    figures.push({ name: '积分', value: money.points });
    figures.push({ name: '等级', value: money.tier ?? '普通会员' });
    if (money.owedFen > 0) figures.push({ name: '欠款', value: <Owed fen={money.owedFen} /> });
  }
  if (sessions) figures.push({ name: '次卡剩余', value: sessionsLeft(sessions) });
  if (coupons) figures.push({ name: '可用的券', value: `${coupons.length} 张` });
  if (figures.length === 0) return null;
  return (
    <Card>
      <dl className={styles.glance} data-testid="client-glance">
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      {coupons && coupons.length > 0 && <Coupons coupons={coupons} />}
    </Card>
  );
}

const sessionsLeft = (sessions: NonNullable<ClientOverview['sessions']>): string => {
  const left = sessions.reduce((sum, one) => sum + (one.byTime ? 0 : one.left), 0);
  const cards = sessions.filter(({ byTime }) => byTime).length;
  return cards === 0 ? `${left} 次` : `${left} 次 + ${cards} 张时效卡`;
};

function Owed({ fen }: { fen: number }) {
  return (
    <span className={styles.owed}>
      <Amount fen={fen} testId="glance-owed" />
    </span>
  );
}

function Coupons({ coupons }: { coupons: NonNullable<ClientOverview['coupons']> }) {
  return (
    <ul className={styles.coupons} aria-label="可用的券">
      {coupons.map(({ id, name, words, validUntil }) => (
        <li key={id}>
          {name}
          <span className="note tabular">
            {' '}
            {words} · 到 {dayLabel(validUntil)}
          </span>
        </li>
      ))}
    </ul>
  );
}
