import { couponFace, couponLimits, couponWords, validityWords } from '@yance/shared-types';
import type { CouponTemplateDraft } from '../../shared/api/contract';
import styles from './marketing.module.css';

/** What a client reads on the phone, while it is typed. */
export function TemplatePreview({
  draft,
  itemNames,
}: {
  draft: CouponTemplateDraft;
  itemNames: readonly string[];
}) {
  const promise = { ...draft, itemNames };
  const face = couponFace(draft);
  return (
    <section className={styles.preview} data-testid="coupon-preview" aria-label="顾客看到的样子">
      <p className="note">顾客看到的样子</p>
      <div className={styles.ticket}>
        <div className={styles.face}>
          <strong className="tabular">{face.value}</strong>
          {face.unit && <span>{face.unit}</span>}
        </div>
        <div className={styles.said}>
          <strong data-testid="coupon-words">{couponWords(promise)}</strong>
          <span>{draft.name || '（还没有名称）'}</span>
          <span className="note">{validityWords(draft)}</span>
        </div>
      </div>
      <ul className={styles.limits}>
        {couponLimits(promise).map((limit) => (
          <li key={limit} className="note">
            {limit}
          </li>
        ))}
        {draft.note && <li className="note">{draft.note}</li>}
      </ul>
    </section>
  );
}
