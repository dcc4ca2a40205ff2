import { SPEND_ORDER_WORDS } from '@yance/shared-types';
import { readYuan } from '../../shared/format/money';
import { Amount } from '../../shared/ui/amount';
import type { PlanFields } from './plan-form';
import styles from './settings.module.css';

/** What a client reads before she buys. */
export function PlanPreview({ fields }: { fields: PlanFields }) {
  const [priceFen, bonusFen] = [readYuan(fields.price) ?? 0, readYuan(fields.bonus) ?? 0];
  return (
    <section className={styles.preview} data-testid="plan-preview" aria-label="顾客看到的样子">
      <p className="note">顾客看到的样子</p>
      <div className={styles.ticket}>
        <div className={styles.ticketHead}>
          <strong>{fields.name || '（还没有名称）'}</strong>
          <Amount fen={priceFen} gold strong />
        </div>
        <p>
          到账 <Amount fen={priceFen + bonusFen} gold strong />
          {bonusFen > 0 && (
            <>
              ，其中赠送 <Amount fen={bonusFen} gold />
            </>
          )}
        </p>
        <p className="note">
          {fields.validEverywhere ? '所有门店可用' : '只在购买门店可用'} ·{' '}
          {SPEND_ORDER_WORDS[fields.spendOrder]} · 本金不过期
        </p>
        <p className="note">退款：{fields.refundTerms || '（还没有写）'}</p>
      </div>
    </section>
  );
}
