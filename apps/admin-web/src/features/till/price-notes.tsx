import { Button } from 'antd';
import type { Bill, BillEdit } from '../../shared/api/contract';
import { Amount } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import styles from './till.module.css';

/** How the best price came about, what it uses of hers, and what she may rather keep. */
export function PriceNotes({
  bill,
  isBusy,
  onKeep,
}: {
  bill: Bill;
  isBusy: boolean;
  onKeep: (change: Partial<BillEdit>) => void;
}) {
  const { coupons, sessions, pricing } = bill;
  const { keptCoupons, keptSessions } = pricing;
  const kept = keptCoupons.length + keptSessions.length;
  if (pricing.sentences.length + pricing.tried.length + coupons.length + kept === 0) return null;
  return (
    <Card title="怎么算的">
      <ul className={styles.notes} data-testid="price-notes">
        {sessions.map(({ itemId, lineSeq, name, units, isReserved }) => (
          <li key={`${itemId}${lineSeq}`} className={styles.benefit}>
            <span>
              {name}：用 {units} 次{isReserved && '（预约时已留）'}
            </span>
            {!isReserved && (
              <Button
                size="small"
                disabled={isBusy}
                onClick={() => onKeep({ keepSessions: [...keptSessions, itemId] })}
                data-testid={`keep-session-${itemId}`}
              >
                这次不用
              </Button>
            )}
          </li>
        ))}
        {coupons.map(({ couponId, name, savesFen }) => (
          <li key={couponId} className={styles.benefit}>
            <span>
              {name}：省 <Amount fen={savesFen} />
            </span>
            <Button
              size="small"
              disabled={isBusy}
              onClick={() => onKeep({ keepCoupons: [...keptCoupons, couponId] })}
              data-testid={`keep-coupon-${couponId}`}
            >
              这次不用
            </Button>
          </li>
        ))}
        {pricing.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {pricing.tried.map(({ id, sentence }) => (
          <li key={`${id}${sentence}`} className="note">
            {sentence}
          </li>
        ))}
        {kept > 0 && (
          <li className={styles.benefit}>
            <span className="note">留着下次用的券或次卡：{kept} 项</span>
            <Button
              size="small"
              disabled={isBusy}
              onClick={() => onKeep({ keepCoupons: [], keepSessions: [] })}
              data-testid="keep-nothing"
            >
              还是都用上
            </Button>
          </li>
        )}
      </ul>
    </Card>
  );
}
