import { APPOINTMENT_STATE_WORDS } from '@yance/shared-types';
import { memo } from 'react';
import { clockLabel } from '../../../shared/format/time';
import { useFresh } from '../../../shared/live/fresh';
import { sameCard, type GridCard } from './columns';
import styles from './visit-card.module.css';

interface Props {
  card: GridCard;
  top: number;
  height: number;
  isMovable: boolean;
  onOpen: (id: string) => void;
}

/** Below this height only one line fits, in pixels. */
const ONE_LINE_PX = 36;
/** Below this height two lines fit only without padding, in pixels. */
const TIGHT_PX = 48;
/** From this height the time has a line of its own, in pixels. */
const THREE_LINES_PX = 62;
/** From this height the state has one too, in pixels. */
const FOUR_LINES_PX = 88;

/** A visit on the grid. */
export const VisitCard = memo(
  function VisitCard({ card, top, height, isMovable, onOpen }: Props) {
    const { visit, title, from, to, lane, lanes, requested } = card;
    const isFresh = useFresh(visit.id);
    const time = `${clockLabel(from)}–${clockLabel(to)}`;
    const state = APPOINTMENT_STATE_WORDS[visit.state];
    const words = `${time} ${visit.customer.name}，${title}，${state}${requested ? '，点客' : ''}`;
    const size = height < ONE_LINE_PX ? 'small' : height < FOUR_LINES_PX ? 'middle' : 'large';
    return (
      <button
        type="button"
        className={styles.card}
        style={{
          top: top + 1,
          height: Math.max(height - 2, 20),
          left: `calc(${(lane / lanes) * 100}% + 2px)`,
          width: `calc(${100 / lanes}% - 4px)`,
        }}
        data-state={visit.state}
        data-size={size}
        data-tight={height < TIGHT_PX || undefined}
        data-fresh={isFresh || undefined}
        data-movable={isMovable || undefined}
        data-visit={visit.id}
        data-card={card.key}
        data-testid={`visit-card-${visit.id}`}
        aria-label={words}
        title={words}
        onClick={() => onOpen(visit.id)}
      >
        <span className={styles.line}>
          <span className={styles.name}>{visit.customer.name}</span>
          {requested && <span className={styles.asked}>点</span>}
          {size !== 'large' && lanes === 1 && <span className={styles.stateSmall}>{state}</span>}
        </span>
        {size !== 'small' && <span className={styles.title}>{title}</span>}
        {height >= THREE_LINES_PX && (
          <span className={styles.foot}>
            {size === 'large' && <span>{state}</span>}
            <span className="tabular">{time}</span>
          </span>
        )}
      </button>
    );
  },
  (before, after) =>
    before.top === after.top &&
    before.height === after.height &&
    before.isMovable === after.isMovable &&
    sameCard(before.card, after.card),
);
