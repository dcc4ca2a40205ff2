import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { PlanPerson, PlanShift, ShiftPlan, ShiftTemplate } from '../../../shared/api/contract';
import { weekdayLabel } from '../../../shared/format/time';
import { cellOf, marked, shiftsAt, type Corner, type PlanDraft } from './plan';
import { PlanCell } from './plan-cell';
import styles from './month.module.css';

interface Props {
  plan: ShiftPlan;
  dates: readonly string[];
  today: string;
  draft: PlanDraft;
  templates: readonly ShiftTemplate[];
  mayWrite: boolean;
  /** What is marked now: the ids of people and the days. */
  onMark: (staffIds: string[], days: string[]) => void;
  /** The mark was drawn to its end: a chosen template is painted. */
  onDrawn: (staffIds: string[], days: string[]) => void;
  /** A template by its number, or a day off, for what is marked. */
  onDigit: (number: number) => void;
  onUndo: () => void;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A month: a row for each person, a column for each day. Marked by dragging, or with arrows and Shift. */
export function PlanTable(props: Props) {
  const { plan, dates, today, draft, templates, mayWrite, onMark, onDrawn, onDigit, onUndo } =
    props;
  const [anchor, setAnchor] = useState<Corner | null>(null);
  const [focus, setFocus] = useState<Corner | null>(null);
  const isDrawing = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);
  const at = useMemo(() => shiftsAt(plan, draft), [plan, draft]);
  useEffect(() => {
    const box = scroller.current;
    const day = box?.querySelector<HTMLElement>('thead th[data-today]');
    const names = box?.querySelector<HTMLElement>('thead th')?.offsetWidth ?? 0;
    box?.scrollTo({ left: day ? day.offsetLeft - names : 0 });
  }, [dates, today]);

  const whatIn = (one: Corner, other: Corner) => {
    const { rows, columns } = marked(one, other);
    const ids = rows.flatMap((row) => plan.people[row]?.staffId ?? []);
    return [ids, columns.flatMap((column) => dates[column] ?? [])] as const;
  };
  const mark = (one: Corner, other: Corner) => {
    setAnchor(one);
    setFocus(other);
    const [ids, days] = whatIn(one, other);
    onMark([...ids], [...days]);
  };
  const cornerOf = (target: EventTarget): Corner | null => {
    const cell = (target as HTMLElement).closest<HTMLElement>('td[data-column]');
    const { row, column } = cell?.dataset ?? {};
    return row === undefined ? null : { row: Number(row), column: Number(column) };
  };
  const begin = (target: EventTarget, extend: boolean) => {
    const corner = cornerOf(target);
    if (!corner || !mayWrite) return;
    isDrawing.current = true;
    mark(extend && anchor ? anchor : corner, corner);
  };
  const draw = (target: EventTarget) => {
    const corner = isDrawing.current ? cornerOf(target) : null;
    const moved = corner && (corner.row !== focus?.row || corner.column !== focus.column);
    if (corner && moved) mark(anchor ?? corner, corner);
  };
  const end = () => {
    if (!isDrawing.current || !anchor || !focus) return;
    isDrawing.current = false;
    const [ids, days] = whatIn(anchor, focus);
    onDrawn([...ids], [...days]);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!mayWrite) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z') onUndo();
    else if (/^[0-9]$/.test(event.key)) onDigit(Number(event.key));
    else if (event.key === 'Delete' || event.key === 'Backspace') onDigit(0);
    else if (step) {
      const from = focus ?? { row: 0, column: -1 };
      const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
      const next = {
        row: within(from.row + step[0], plan.people.length),
        column: within(from.column + step[1], dates.length),
      };
      mark(event.shiftKey ? (anchor ?? next) : next, next);
      scroller.current
        ?.querySelector(`td[data-row="${next.row}"][data-column="${next.column}"]`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else return;
    event.preventDefault();
  };
  const range = anchor && focus ? marked(anchor, focus) : { rows: [], columns: [] };
  const closures = new Map(plan.closures.map(({ date, reason }) => [date, reason]));
  return (
    <div ref={scroller} className={styles.scroll}>
      <table
        className={styles.table}
        data-testid="shift-table"
        tabIndex={0}
        aria-label="月排班表，方向键移动，按住 Shift 多选，数字键排班"
        onKeyDown={press}
        onPointerDown={(event) => begin(event.target, event.shiftKey)}
        onPointerOver={(event) => draw(event.target)}
        onPointerUp={end}
        onPointerLeave={end}
      >
        <thead>
          <tr>
            <th scope="col">员工</th>
            {dates.map((date) => (
              <th
                key={date}
                scope="col"
                data-today={date === today || undefined}
                data-closed={closures.has(date) || undefined}
                title={closures.get(date)}
              >
                <span className="tabular">{Number(date.slice(8))}</span>
                <span className={styles.weekday}>
                  {closures.has(date) ? '休业' : weekdayLabel(date).slice(1)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.people.map((person, row) => (
            <Row
              key={person.staffId}
              {...{ person, row, dates, today, templates }}
              shifts={dates.map((date) => at(person.staffId, date))}
              drafted={dates.map((date) => draft.has(cellOf(person.staffId, date)))}
              from={range.rows.includes(row) ? (range.columns[0] ?? -1) : -1}
              to={range.rows.includes(row) ? (range.columns.at(-1) ?? -1) : -1}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  person: PlanPerson;
  row: number;
  dates: readonly string[];
  today: string;
  templates: readonly ShiftTemplate[];
  shifts: readonly (readonly PlanShift[])[];
  drafted: readonly boolean[];
  /** The marked columns; -1 for none. */
  from: number;
  to: number;
}

/** Drawn again only where something of the row is another: dragging marks hundreds of cells. */
const Row = memo(function PlanRow(props: RowProps) {
  const { person, row, dates, today, templates, shifts, drafted, from, to } = props;
  const days = new Map(person.days.map((day) => [day.date, day]));
  return (
    <tr>
      <th scope="row">
        {person.name}
        <span className="note">{shifts.filter((each) => each.length > 0).length} 天</span>
      </th>
      {dates.map((date, column) => (
        <td
          key={date}
          data-row={row}
          data-column={column}
          data-today={date === today || undefined}
          data-past={date < today || undefined}
          data-marked={(column >= from && column <= to && from >= 0) || undefined}
          data-drafted={drafted[column] || undefined}
          data-testid={`plan-${person.staffId}-${date}`}
        >
          <PlanCell day={days.get(date)} shifts={shifts[column] ?? []} templates={templates} />
        </td>
      ))}
    </tr>
  );
}, isSameRow);

function isSameRow(before: RowProps, after: RowProps): boolean {
  const same = <T,>(one: readonly T[], other: readonly T[]) =>
    one.length === other.length && one.every((each, at) => each === other[at]);
  return (
    before.person === after.person &&
    before.dates === after.dates &&
    before.today === after.today &&
    before.templates === after.templates &&
    before.from === after.from &&
    before.to === after.to &&
    same(before.shifts, after.shifts) &&
    same(before.drafted, after.drafted)
  );
}
