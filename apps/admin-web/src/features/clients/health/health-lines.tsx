import { Button, Input, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CareKnowledge, HealthWish } from '../../../shared/api/contract';
import styles from '../../../shared/care/care.module.css';
import { INGREDIENT_SEARCH, ingredientOptions } from '../../../shared/care/ingredient-options';
import { DayField } from '../../../shared/ui/day-field';
import { conditionOptions } from './condition-options';

interface LinesProps<Line> {
  lines: readonly Line[];
  known: CareKnowledge;
  onChange: (lines: Line[]) => void;
}

/** A line with the button that takes it away. */
function Line({ children, onRemove }: { children: ReactNode; onRemove: () => void }) {
  return (
    <li className={styles.line}>
      {children}
      <Button type="text" size="small" onClick={onRemove}>
        移除
      </Button>
    </li>
  );
}

function Lines<One extends object>({
  title,
  word,
  testId,
  lines,
  fresh,
  onChange,
  children,
}: {
  title: string;
  word: string;
  testId: string;
  lines: readonly One[];
  fresh: () => One;
  onChange: (lines: One[]) => void;
  children: (line: One, change: (part: Partial<One>) => void, place: number) => ReactNode;
}) {
  const without = (place: number) => lines.filter((_, n) => n !== place);
  const changed = (place: number, part: Partial<One>) =>
    lines.map((line, n) => (n === place ? { ...line, ...part } : line));
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line, place) => (
          <Line key={place} onRemove={() => onChange(without(place))}>
            {children(line, (part) => onChange(changed(place, part)), place)}
          </Line>
        ))}
      </ul>
      <Button size="small" onClick={() => onChange([...lines, fresh()])} data-testid={testId}>
        {word}
      </Button>
    </section>
  );
}

const OTHER = '';

const SEVERITIES: { value: HealthWish['allergies'][number]['severity']; label: string }[] = [
  { value: 'severe', label: '严重' },
  { value: 'mild', label: '轻微' },
];
const RESULTS: { value: HealthWish['patchTests'][number]['result']; label: string }[] = [
  { value: 'clear', label: '没有反应' },
  { value: 'reaction', label: '有反应' },
];

/** Allergies by ingredient or group; what is not on the list stands in her own words. */
export function Allergies({ lines, known, onChange }: LinesProps<HealthWish['allergies'][number]>) {
  const chosen = lines.flatMap(({ ingredientId }) => ingredientId ?? []);
  const options = [
    { value: OTHER, label: '其他（写在后面）', words: '其他' },
    ...ingredientOptions(known, chosen),
  ];
  return (
    <Lines<HealthWish['allergies'][number]>
      title="过敏"
      word="加一种过敏"
      testId="allergy-add"
      lines={lines}
      fresh={() => ({ ingredientId: null, text: '', severity: 'severe' })}
      onChange={onChange}
    >
      {(line, change) => (
        <>
          <Select
            className={styles.grow}
            value={line.ingredientId ?? OTHER}
            onChange={(id) => change({ ingredientId: id === OTHER ? null : id })}
            showSearch={INGREDIENT_SEARCH}
            options={options}
            aria-label="过敏成分"
            data-testid="allergy-ingredient"
          />
          <Segmented<HealthWish['allergies'][number]['severity']>
            value={line.severity}
            onChange={(severity) => change({ severity })}
            options={SEVERITIES}
          />
          <Input
            className={styles.grow}
            value={line.text}
            onChange={({ target }) => change({ text: target.value })}
            maxLength={60}
            placeholder="她怎么说，有什么反应"
            aria-label="过敏说明"
          />
        </>
      )}
    </Lines>
  );
}

/** Conditions, to their last day where they have one. One that is added is chosen by a person, never by its place. */
export function Conditions({
  lines,
  known,
  onChange,
  faultAt,
}: LinesProps<HealthWish['conditions'][number]> & {
  /** What is wrong with a line, by its place. */
  faultAt: (place: number) => string | undefined;
}) {
  const options = conditionOptions(
    known,
    lines.map(({ conditionId }) => conditionId),
  );
  const hintOf = (id: string) => known.conditions.find((one) => one.id === id)?.hint ?? '说明';
  return (
    <Lines
      title="身体情况"
      word="加一种情况"
      testId="condition-add"
      lines={lines}
      fresh={() => ({ conditionId: '', note: '', until: null })}
      onChange={onChange}
    >
      {(line, change, place) => {
        const fault = faultAt(place);
        const status = fault === undefined ? '' : 'error';
        return (
          <>
            <div className={styles.grow}>
              <Select
                className={styles.whole}
                value={line.conditionId === '' ? null : line.conditionId}
                onChange={(conditionId: string) => change({ conditionId })}
                placeholder="请选择情况"
                status={status}
                showSearch={{ optionFilterProp: 'label' }}
                options={options}
                aria-label="身体情况"
                aria-invalid={fault !== undefined}
                data-testid="condition-choice"
              />
              {fault !== undefined && (
                <p className={styles.fault} role="alert" data-testid="condition-fault">
                  {fault}
                </p>
              )}
            </div>
            <Input
              className={styles.grow}
              value={line.note}
              onChange={({ target }) => change({ note: target.value })}
              maxLength={200}
              placeholder={hintOf(line.conditionId)}
              aria-label="情况说明"
            />
            <DayField value={line.until} label="到哪天" onChange={(until) => change({ until })} />
          </>
        );
      }}
    </Lines>
  );
}

/** Patch tests of services that ask for one. */
export function PatchTests({
  lines,
  known,
  onChange,
}: LinesProps<HealthWish['patchTests'][number]>) {
  const services = known.items.filter(({ kind }) => kind === 'service');
  const first = services.find(({ patchTestDays }) => patchTestDays !== null) ?? services[0];
  return (
    <Lines<HealthWish['patchTests'][number]>
      title="皮试"
      word="记一次皮试"
      testId="patch-add"
      lines={lines}
      fresh={() => ({
        ...{ serviceId: first?.id ?? '', on: today(), result: 'clear' as const, note: '' },
      })}
      onChange={onChange}
    >
      {(line, change) => (
        <>
          <Select
            className={styles.grow}
            value={line.serviceId}
            onChange={(serviceId) => change({ serviceId })}
            showSearch={{ optionFilterProp: 'label' }}
            options={services.map(({ id, name }) => ({ value: id, label: name }))}
            aria-label="皮试项目"
          />
          <DayField
            value={line.on}
            label="哪天做的"
            required
            latest={today()}
            onChange={(on) => on !== null && change({ on })}
          />
          <Segmented<HealthWish['patchTests'][number]['result']>
            value={line.result}
            onChange={(result) => change({ result })}
            options={RESULTS}
          />
        </>
      )}
    </Lines>
  );
}

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
