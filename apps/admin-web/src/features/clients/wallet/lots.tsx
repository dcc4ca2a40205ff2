import { SPEND_ORDER_WORDS } from '@yance/shared-types';
import type { Lot } from '../../../shared/api/contract';
import { Amount } from '../../../shared/ui/amount';
import { Empty } from '../../../shared/ui/states';
import styles from './wallet.module.css';

/** Each sale with what is left of it, where it is good and in which order it is used. */
export function Lots({ lots }: { lots: readonly Lot[] }) {
  if (lots.length === 0)
    return <Empty title="没有剩余的储值" hint="用完和退掉的充值可以在明细里看到。" />;
  return (
    <ul className={styles.lots} data-testid="wallet-lots">
      {lots.map((lot) => (
        <li key={lot.id} className={styles.lot}>
          <div className={styles.lotName}>
            <strong>{lot.title}</strong>
            <span className="note">
              {lot.validEverywhere ? '通店可用' : `只在${lot.storeName}可用`} ·{' '}
              {SPEND_ORDER_WORDS[lot.spendOrder]}
            </span>
            <span className="note tabular">
              {lot.paidOn} 在{lot.storeName}购买 · 本金不过期
            </span>
          </div>
          <dl className={styles.left}>
            <Left name="本金" left={lot.principalLeftFen} whole={lot.principalFen} />
            <Left name="赠金" left={lot.bonusLeftFen} whole={lot.bonusFen} />
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Left({ name, left, whole }: { name: string; left: number; whole: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Amount fen={left} gold strong />
        <span className="note">
          {' '}
          / <Amount fen={whole} />
        </span>
      </dd>
    </div>
  );
}
