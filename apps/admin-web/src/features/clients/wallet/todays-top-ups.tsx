import { TOP_UP_TENDER_WORDS } from '@yance/shared-types';
import { Button } from 'antd';
import { useState } from 'react';
import type { TopUp } from '../../../shared/api/contract';
import { clockOf, dateOf } from '../../../shared/format/time';
import { ReverseTopUpDrawer } from '../../../shared/money/reverse-top-up-drawer';
import { useToday } from '../../../shared/requests/list-stores';
import { useTopUps } from '../../../shared/requests/list-top-ups';
import { useDesk } from '../../../shared/session/desk';
import { Amount } from '../../../shared/ui/amount';
import { useStatement } from './api/read-statement';
import { monthOf } from './months';
import styles from './wallet.module.css';

/** What this client bought in this store today and can still be undone; nothing when there is none. */
export function TodaysTopUps({ clientId }: { clientId: string }) {
  const { store, may } = useDesk();
  const mayReverse = may('wallet.reverse');
  const today = useToday(store.id);
  // Asked only where her statement has one: a page is opened far more often than something is undone.
  const month = useStatement(clientId, monthOf(today));
  const hasOne = (month.data?.lines ?? []).some(
    ({ kind, at }) => kind === 'top_up' && dateOf(at) === today,
  );
  const topUps = useTopUps(
    { storeId: store.id, date: today, customerId: clientId },
    { enabled: mayReverse && hasOne },
  );
  const [wrong, setWrong] = useState<TopUp | null>(null);
  const hers = (topUps.data?.items ?? []).filter(
    ({ customerId, reversible }) => customerId === clientId && reversible,
  );
  if (!mayReverse || hers.length === 0) return null;
  return (
    <ul className={styles.today} data-testid="todays-top-ups">
      {hers.map((topUp) => (
        <li key={topUp.id}>
          <span className="tabular">
            今天 {clockOf(topUp.createdAt)} {topUp.title}，{TOP_UP_TENDER_WORDS[topUp.tender]}收款{' '}
            <Amount fen={topUp.priceFen} />
          </span>
          <Button size="small" onClick={() => setWrong(topUp)} data-testid="top-up-reverse">
            录错了，冲正
          </Button>
        </li>
      ))}
      {wrong && <ReverseTopUpDrawer topUp={wrong} onClose={() => setWrong(null)} />}
    </ul>
  );
}
