import { Button } from 'antd';
import { useState } from 'react';
import type { Spend } from '../../../shared/api/contract';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Amount, ToneTag } from '../../../shared/ui/amount';
import { Empty } from '../../../shared/ui/states';
import { ReverseSpendDrawer } from './reverse-spend-drawer';
import styles from './wallet.module.css';

const consentWords = ({ consent, slipNo }: Spend): string =>
  ({ member_code: '顾客出示会员码', tap: '顾客在手机上确认', slip: `签字单 ${slipNo ?? ''}` })[
    consent
  ];

/** What was charged, by whose consent, and what the client disputes. */
export function Spends({ clientId, spends }: { clientId: string; spends: readonly Spend[] }) {
  const { may } = useDesk();
  const [wrong, setWrong] = useState<Spend | null>(null);
  if (spends.length === 0) return <Empty title="还没有扣款" />;
  return (
    <ul className={styles.lots} data-testid="wallet-spends">
      {spends.map((spend) => (
        <li key={spend.id} className={styles.spend} data-state={spend.state}>
          <div className={styles.why}>
            <strong>{spend.title}</strong>
            <span className="note tabular">
              {momentLabel(spend.at)} · {spend.storeName} · {spend.byName}
            </span>
            <span className="note">
              {consentWords(spend)}
              {spend.reverseReason && ` · 冲正原因：${spend.reverseReason}`}
            </span>
            {spend.disputedAt && (
              <span className={styles.dispute}>
                顾客有异议{spend.disputeNote && `：${spend.disputeNote}`}
              </span>
            )}
          </div>
          {spend.state === 'reversed' && <ToneTag tone="quiet">已冲正</ToneTag>}
          <span className={styles.split}>
            <Amount fen={spend.amountFen} strong />
            <span className="note tabular">
              本金 <Amount fen={spend.principalFen} /> · 赠金 <Amount fen={spend.bonusFen} />
            </span>
          </span>
          {may('wallet.reverse') && spend.state === 'done' && (
            <Button size="small" onClick={() => setWrong(spend)} data-testid="spend-reverse">
              冲正
            </Button>
          )}
        </li>
      ))}
      {wrong && (
        <ReverseSpendDrawer clientId={clientId} spend={wrong} onClose={() => setWrong(null)} />
      )}
    </ul>
  );
}
