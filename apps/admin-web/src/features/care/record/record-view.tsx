import { REACTION_WORDS } from '@yance/shared-types';
import type {
  TreatmentContents,
  TreatmentVersion,
  VisitTreatment,
} from '../../../shared/api/contract';
import { dateLabel, momentLabel } from '../../../shared/format/time';
import { Notice } from '../../../shared/ui/amount';
import styles from '../care.module.css';

/** What a record says, and what it said before. */
export function RecordView({
  versions,
  consent,
}: {
  versions: readonly TreatmentVersion[];
  consent: VisitTreatment['consent'];
}) {
  const isClosed = consent === 'withdrawn';
  const [now, ...before] = versions;
  if (!now) return null;
  return (
    <div data-testid="record-view" data-version={now.version}>
      {isClosed && (
        <Notice testId="record-closed">
          顾客已撤回健康信息的同意，反应、建议、备注和自己写的文字不再显示；她重新同意后会原样显示。
        </Notice>
      )}
      <Contents contents={now.contents} isClosed={isClosed} />
      <p className="note">
        {now.byName} · <span className="tabular">{momentLabel(now.at)}</span>
        {now.version > 1 && ` · 第 ${now.version} 版`}
      </p>
      {now.reason !== '' && <p className="note">更正原因：{now.reason}</p>}
      {before.length > 0 && (
        <details className={styles.version}>
          <summary>更正之前（{before.length} 版）</summary>
          {before.map((one) => (
            <div key={one.version} className={styles.version}>
              <Contents contents={one.contents} isClosed={isClosed} />
              <p className="note">
                {one.byName} · <span className="tabular">{momentLabel(one.at)}</span>
                {one.reason !== '' && ` · 更正原因：${one.reason}`}
              </p>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

/** What was done, used, seen and advised. */
export function Contents({
  contents,
  isClosed,
}: {
  contents: TreatmentContents;
  /** What tells of her health is not there. */
  isClosed: boolean;
}) {
  const { done, products, reaction, reactionWords, advice, homeCare, staffNote, nextOn } = contents;
  const { deviation, deviatesFrom } = contents;
  return (
    <>
      <section className={styles.part}>
        <h3>做了什么</h3>
        {done.map(({ serviceId, serviceName, parameters }) => (
          <div key={serviceId} className={styles.facts}>
            <span>{serviceName}</span>
            {parameters.map(({ name, value, unit }) => (
              <span key={name} className={`${styles.fact} note`}>
                <span>{name}</span>
                <span className="tabular">
                  {value}
                  {unit && ` ${unit}`}
                </span>
              </span>
            ))}
          </div>
        ))}
      </section>
      {products.length > 0 && (
        <section className={styles.part}>
          <h3>用了什么</h3>
          {products.map(({ name, amount, unit }) => (
            <span key={name} className={styles.fact}>
              <span className={styles.words}>{name}</span>
              <span className="tabular">{amount === null ? '未记用量' : `${amount} ${unit}`}</span>
            </span>
          ))}
        </section>
      )}
      <Words title="和健康档案不合">
        {deviatesFrom.length === 0 ? '' : `${deviatesFrom.join('；')}\n原因：${deviation}`}
      </Words>
      <Words title="护理后的反应">
        {isClosed ? '' : [REACTION_WORDS[reaction], reactionWords].filter(Boolean).join('：')}
      </Words>
      <Words title="给顾客的建议">{advice}</Words>
      <Words title="居家护理">{homeCare}</Words>
      <Words title="给同事的话">{staffNote}</Words>
      <Words title="建议下次来">{nextOn ? dateLabel(nextOn) : ''}</Words>
    </>
  );
}

function Words({ title, children }: { title: string; children: string }) {
  if (children === '') return null;
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <p className={styles.words}>{children}</p>
    </section>
  );
}
