import { contentWords, validityWords } from '../../shared/format/package-words';
import { Amount } from '../../shared/ui/amount';
import {
  listFenOf,
  packageDraftOf,
  sessionWorth,
  type PackagePlanFields,
} from './package-plan-form';
import styles from './settings.module.css';

/** What a client reads before she buys, and what each use of it will earn. */
export function PackagePlanPreview({ fields }: { fields: PackagePlanFields }) {
  const draft = packageDraftOf(fields);
  const listFen = listFenOf(draft);
  return (
    <section className={styles.preview} data-testid="package-plan-preview" aria-label="预览">
      <p className="note">顾客看到的样子</p>
      <div className={styles.ticket}>
        <div className={styles.ticketHead}>
          <strong>{draft.name || '（还没有名称）'}</strong>
          <Amount fen={draft.priceFen} gold strong />
        </div>
        <p>{contentWords({ ...draft, items: named(draft.items) })}</p>
        <p className="note">
          {draft.kind === 'time' && draft.validDays === null
            ? '（还没有写天数）'
            : validityWords(draft)}{' '}
          · {draft.validEverywhere ? '所有门店可用' : '只在购买门店可用'}
          {listFen > 0 && (
            <>
              {' '}
              · 优惠前 <Amount fen={listFen} />
            </>
          )}
        </p>
        <p className="note">退卡：{draft.refundTerms || '（还没有写）'}</p>
      </div>
      <Worth draft={draft} />
    </section>
  );
}

const named = <T extends { name: string }>(items: readonly T[]): T[] =>
  items.map((item) => ({ ...item, name: item.name || '（未写名称）' }));

/** For the salon's eyes: what is earned when it is used. */
function Worth({ draft }: { draft: ReturnType<typeof packageDraftOf> }) {
  if (draft.kind === 'time')
    return (
      <p className="note tabular" data-testid="package-plan-worth">
        每天确认{' '}
        <Amount fen={draft.validDays ? Math.floor(draft.priceFen / draft.validDays) : 0} gold />
        ，最后一天补足零头。
      </p>
    );
  const worth = sessionWorth(draft);
  return (
    <ul className={styles.worth} data-testid="package-plan-worth">
      {named(draft.items).map(({ name }, at) => (
        <li key={at} className="note tabular">
          {name}：
          {worth[at] === null || worth[at] === undefined ? (
            '整项赠送，不计收入'
          ) : (
            <>
              每次确认 <Amount fen={worth[at]} gold />
              （含赠送次数，最后一次补足零头）
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
