import type { CourseDay, ScoreEffect } from '@yance/shared-types';
import { dateLabel } from '../../../shared/format/time';
import styles from './effect.module.css';
import { changeWords, starWords } from './effect-words';

/** The course of a plan day by day: readings, and the treatments that lay between them. */
export function CourseTable({
  effect,
  course,
}: {
  effect: ScoreEffect;
  course: readonly CourseDay[];
}) {
  return (
    <table className={styles.course} data-testid="effect-course">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">做了什么</th>
          <th scope="col">{effect.name}</th>
        </tr>
      </thead>
      <tbody>
        {course.map((day, place) => (
          <tr key={`${day.kind}.${day.on}.${place}`} data-kind={day.kind}>
            <td className="tabular">{dateLabel(day.on)}</td>
            {day.kind === 'treatment' ? (
              <>
                <td>{day.name}</td>
                <td
                  className="note"
                  aria-label={day.stars === null ? '没有评分' : `${day.stars} 星`}
                >
                  {starWords(day.stars)}
                </td>
              </>
            ) : (
              <>
                <td>评估</td>
                <td className="tabular">
                  <Reading effect={effect} on={day.on} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The readings of a day, the last of them against how it was when the plan began. */
function Reading({ effect: { points, from }, on }: { effect: ScoreEffect; on: string }) {
  const ofDay = points.filter((point) => point.on === on);
  const last = ofDay.at(-1);
  if (last === undefined) return <span className="note">没有评</span>;
  const values = <strong>{ofDay.map(({ value }) => value).join('、')}</strong>;
  if (from === null || last === from || on < from.on) return values;
  return (
    <>
      {values} <span className="note">{changeWords(last.value - from.value)}</span>
    </>
  );
}
