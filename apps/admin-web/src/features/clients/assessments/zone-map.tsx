import { SEVERITY_WORDS, ZONES, type AssessmentKind } from '@yance/shared-types';
import type { AssessmentContents, AssessmentForm } from '../../../shared/api/contract';
import styles from './assessments.module.css';

type Findings = AssessmentContents['findings'];

/** What the zones lie on: a face from the front, a scalp from above, a strand of hair. */
const OUTLINES: Readonly<Record<AssessmentKind, string>> = {
  face: 'M50 5C25 5 17 24 18 44C19 66 32 89 50 89C68 89 81 66 82 44C83 24 75 5 50 5Z',
  scalp: 'M50 3C22 3 5 24 5 50C5 77 24 97 50 97C76 97 95 77 95 50C95 24 78 3 50 3Z',
  hair: 'M33 2C28 30 31 60 36 98L64 98C69 60 72 30 67 2Z',
};

const problemName = (form: AssessmentForm, key: string): string =>
  form.problems.find((one) => one.key === key)?.name ?? '';

/** `泛红 中、毛孔 轻`; empty where nothing was seen. */
export const zoneWords = (form: AssessmentForm, findings: Findings, zone: string): string =>
  findings
    .filter((one) => one.zone === zone)
    .map(({ problem, severity }) => `${problemName(form, problem)} ${SEVERITY_WORDS[severity]}`)
    .join('、');

/** Zones that can be tapped, or reached by the keyboard; the graver what was seen there, the stronger the colour. */
export function ZoneMap({
  form,
  findings,
  chosen,
  onChoose,
}: {
  form: AssessmentForm;
  findings: Findings;
  chosen?: string | undefined;
  /** Absent where it is only looked at. */
  onChoose?: (zone: string) => void;
}) {
  return (
    <svg viewBox="0 0 100 100" className={styles.map} data-testid="zone-map">
      <path d={OUTLINES[form.kind]} className={styles.outline} />
      {ZONES[form.kind].map(({ key, name, cx, cy, rx, ry }) => {
        const words = zoneWords(form, findings, key);
        const level = Math.max(
          0,
          ...findings.filter(({ zone }) => zone === key).map(({ severity }) => severity),
        );
        return (
          <ellipse
            key={key}
            {...{ cx, cy, rx, ry }}
            className={styles.zone}
            data-level={level}
            data-chosen={chosen === key || undefined}
            data-testid={`zone-${key}`}
            aria-label={words === '' ? name : `${name}：${words}`}
            {...(onChoose && {
              role: 'button',
              tabIndex: 0,
              'aria-pressed': chosen === key,
              onClick: () => onChoose(key),
              onKeyDown: (event: React.KeyboardEvent) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                onChoose(key);
              },
            })}
          >
            <title>{words === '' ? name : `${name}：${words}`}</title>
          </ellipse>
        );
      })}
    </svg>
  );
}

/** The same in words, for who would rather read. */
export function ZoneList({ form, findings }: { form: AssessmentForm; findings: Findings }) {
  const zones = ZONES[form.kind].filter(({ key }) => findings.some(({ zone }) => zone === key));
  if (zones.length === 0) return <p className="note">没有标出问题。</p>;
  return (
    <ul className={styles.zones} data-testid="zone-list">
      {zones.map(({ key, name }) => (
        <li key={key}>
          <strong>{name}</strong> {zoneWords(form, findings, key)}
        </li>
      ))}
    </ul>
  );
}
