import { placesOf, type ScoreEffect, type ServedStep } from '@yance/shared-types';
import { monthDayLabel } from '../../../shared/format/time';
import styles from './effect.module.css';
import { starWords } from './effect-words';

const [WIDTH, HEIGHT] = [600, 210];
const [LEFT, RIGHT, TOP, BOTTOM] = [72, 52, 36, 34];
const LEVELS = [0, 50, 100];

const yOf = (value: number): number => HEIGHT - BOTTOM - (value / 100) * (HEIGHT - TOP - BOTTOM);

/** A score as a line over days; each treatment stands where it was given. The table below says the same in words. */
export function EffectChart({
  effect: { name, points },
  served,
}: {
  effect: ScoreEffect;
  served: readonly ServedStep[];
}) {
  const places = placesOf([...points, ...served].map(({ on }) => on));
  const xOf = (on: string): number => LEFT + (places.get(on) ?? 0) * (WIDTH - LEFT - RIGHT);
  const said = points.map(({ on, value }) => `${monthDayLabel(on)} ${value}`).join('，');
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={styles.chart}
      role="img"
      aria-label={`${name}：${said}；中间做过 ${served.length} 次护理`}
      data-testid="effect-chart"
    >
      {LEVELS.map((level) => (
        <g key={level}>
          <line
            className={styles.level}
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={yOf(level)}
            y2={yOf(level)}
          />
          <text className={styles.scale} x={LEFT - 30} y={yOf(level) + 4} textAnchor="end">
            {level}
          </text>
        </g>
      ))}
      {served.map(({ on, name: service, stars }, place) => (
        <g key={`${on}.${place}`} className={styles.treatment}>
          <title>{`${monthDayLabel(on)} ${service} ${starWords(stars)}`}</title>
          <line x1={xOf(on)} x2={xOf(on)} y1={TOP} y2={yOf(0)} />
          <rect x={xOf(on) - 4} y={TOP - 8} width={8} height={8} rx={2} />
        </g>
      ))}
      <polyline
        className={styles.line}
        points={points.map(({ on, value }) => `${xOf(on)},${yOf(value)}`).join(' ')}
      />
      {points.map(({ on, value }, place) => (
        <g key={`${on}.${place}`}>
          <circle className={styles.dot} cx={xOf(on)} cy={yOf(value)} r={4} />
          <text className={styles.value} x={xOf(on)} y={yOf(value) - 9} textAnchor="middle">
            {value}
          </text>
          <text className={styles.scale} x={xOf(on)} y={HEIGHT - 8} textAnchor="middle">
            {monthDayLabel(on)}
          </text>
        </g>
      ))}
    </svg>
  );
}
