import { monthDayLabel } from '../../../shared/format/time';
import type { ScoreRow } from './score-series';
import styles from './assessments.module.css';

const [WIDTH, HEIGHT, EDGE] = [120, 32, 3];

const pointOf = (value: number, place: number, count: number): [number, number] => [
  count === 1 ? WIDTH - EDGE : EDGE + (place / (count - 1)) * (WIDTH - 2 * EDGE),
  HEIGHT - EDGE - (value / 100) * (HEIGHT - 2 * EDGE),
];

const changeWords = (change: number | null): string =>
  change === null ? '第一次' : change === 0 ? '持平' : change > 0 ? `+${change}` : `${change}`;

/** Each dimension from the first time to the last, with what it came to. */
export function ScoreRows({ rows }: { rows: readonly ScoreRow[] }) {
  return (
    <ul className={styles.scores} data-testid="score-rows">
      {rows.map(({ key, name, points, last, change }) => {
        const dots = points.map(({ value }, place) => pointOf(value, place, points.length));
        const said = points.map(({ on, value }) => `${monthDayLabel(on)} ${value}`).join('，');
        return (
          <li key={key} className={styles.score} data-testid={`score-${key}`}>
            <span>{name}</span>
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              className={styles.line}
              role="img"
              aria-label={`${name}：${said}`}
            >
              <polyline points={dots.map(([x, y]) => `${x},${y}`).join(' ')} />
              {dots.map(([cx, cy], place) => (
                <circle key={place} cx={cx} cy={cy} r={place === dots.length - 1 ? 3 : 2} />
              ))}
            </svg>
            <strong className="tabular">{last}</strong>
            <span
              className={`note tabular ${styles.change}`}
              data-way={change === null || change === 0 ? undefined : change > 0 ? 'up' : 'down'}
            >
              {changeWords(change)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
