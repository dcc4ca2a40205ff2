import { SEVERITY_WORDS, ZONES } from '@yance/shared-types';
import { Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { AssessmentContents, AssessmentForm } from '../../../shared/api/contract';
import styles from './assessments.module.css';
import { ZoneList, ZoneMap } from './zone-map';

interface Props {
  form: AssessmentForm;
  contents: AssessmentContents;
  /** Absent where it is only looked at. */
  onChange?: ((contents: AssessmentContents) => void) | undefined;
}

/** One of a list by its key in place of what stood there; null takes it away. */
function put<One extends { key: string }>(
  list: readonly One[],
  key: string,
  one: One | null,
): One[] {
  const others = list.filter((other) => other.key !== key);
  return one ? [...others, one] : others;
}

/** What a form asks, filled in. */
export function AssessmentFields({ form, contents, onChange }: Props) {
  const change = (part: Partial<AssessmentContents>) => onChange?.({ ...contents, ...part });
  const isRead = !onChange;
  return (
    <>
      <Zones form={form} contents={contents} onChange={onChange} />
      <section className={styles.part}>
        <h3>评分（0 到 100，越高越好）</h3>
        {form.scores.map(({ key, name }) => (
          <label key={key} className={styles.field}>
            <span>{name}</span>
            <InputNumber
              className={styles.number}
              value={contents.scores.find((one) => one.key === key)?.value ?? null}
              onChange={(value) =>
                change({
                  scores: put(contents.scores, key, value === null ? null : { key, value }),
                })
              }
              min={0}
              max={100}
              precision={0}
              inputMode="numeric"
              disabled={isRead}
              data-testid={`score-of-${key}`}
            />
          </label>
        ))}
      </section>
      <section className={styles.part}>
        <h3>基本情况</h3>
        {form.choices.map(({ key, name, options }) => (
          <label key={key} className={styles.field}>
            <span>{name}</span>
            <Select<string>
              value={contents.choices.find((one) => one.key === key)?.option ?? null}
              onChange={(option) =>
                change({ choices: put(contents.choices, key, option ? { key, option } : null) })
              }
              allowClear
              disabled={isRead}
              placeholder="请选择"
              options={options.map((one) => ({ value: one.key, label: one.name }))}
              data-testid={`choice-of-${key}`}
            />
          </label>
        ))}
      </section>
      {form.readings.length > 0 && (
        <section className={styles.part}>
          <h3>仪器读数</h3>
          {form.readings.map(({ key, name, unit, device }) => (
            <label key={key} className={styles.field}>
              <span>
                {name}
                <br />
                <span className="note">{device}</span>
              </span>
              <InputNumber
                className={styles.number}
                value={contents.readings.find((one) => one.key === key)?.value ?? null}
                onChange={(value) =>
                  change({
                    readings: put(contents.readings, key, value === null ? null : { key, value }),
                  })
                }
                precision={2}
                suffix={unit}
                inputMode="decimal"
                disabled={isRead}
                data-testid={`reading-of-${key}`}
              />
            </label>
          ))}
        </section>
      )}
      <Words contents={contents} isRead={isRead} change={change} />
    </>
  );
}

function Words({
  contents,
  isRead,
  change,
}: {
  contents: AssessmentContents;
  isRead: boolean;
  change: (part: Partial<AssessmentContents>) => void;
}) {
  const size = { minRows: 2, maxRows: 6 };
  return (
    <section className={styles.part}>
      <label className={styles.stack}>
        <span>给同事看的判断</span>
        <Input.TextArea
          value={contents.words}
          onChange={({ target }) => change({ words: target.value })}
          maxLength={1000}
          autoSize={size}
          disabled={isRead}
          data-testid="assessment-words"
        />
      </label>
      <label className={styles.stack}>
        <span>给顾客的建议</span>
        <Input.TextArea
          value={contents.advice}
          onChange={({ target }) => change({ advice: target.value })}
          maxLength={1000}
          autoSize={size}
          disabled={isRead}
          data-testid="assessment-advice"
        />
      </label>
    </section>
  );
}

/** Problems by zone: a zone is tapped, then how strong each problem is there. */
function Zones({ form, contents, onChange }: Props) {
  const [zone, setZone] = useState<string>();
  const { findings } = contents;
  const name = ZONES[form.kind].find(({ key }) => key === zone)?.name;
  const levelOf = (problem: string): number =>
    findings.find((one) => one.zone === zone && one.problem === problem)?.severity ?? 0;
  const set = (problem: string, severity: number) => {
    if (zone === undefined) return;
    const others = findings.filter((one) => one.zone !== zone || one.problem !== problem);
    const next = severity === 0 ? others : [...others, { zone, problem, severity }];
    onChange?.({ ...contents, findings: next });
  };
  return (
    <section className={styles.part}>
      <h3>部位和问题</h3>
      <div className={styles.look}>
        <ZoneMap
          form={form}
          findings={findings}
          chosen={zone}
          {...(onChange && { onChoose: setZone })}
        />
        <div>
          {onChange &&
            (name === undefined ? (
              <p className="note">点一个部位，标出那里的问题。</p>
            ) : (
              <div className={styles.problems} data-testid="zone-problems">
                <strong>{name}</strong>
                {form.problems.map((problem) => (
                  <div key={problem.key} className={styles.field}>
                    <span>{problem.name}</span>
                    <Segmented<number>
                      value={levelOf(problem.key)}
                      onChange={(severity) => set(problem.key, severity)}
                      options={SEVERITY_WORDS.map((label, value) => ({ value, label }))}
                      aria-label={problem.name}
                      data-testid={`problem-${problem.key}`}
                    />
                  </div>
                ))}
              </div>
            ))}
          <ZoneList form={form} findings={findings} />
        </div>
      </div>
    </section>
  );
}
