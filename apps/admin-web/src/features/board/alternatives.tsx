import { Button } from 'antd';
import { nearTimeLabel } from '../../shared/format/time';
import styles from './board.module.css';
import { alternativesOf } from './refusal';

/** The near times that a refusal offers, to be taken by a click; nothing where it offers none. */
export function Alternatives({
  error,
  today,
  onPick,
}: {
  error: unknown;
  today: string;
  onPick: (start: string) => void;
}) {
  const near = alternativesOf(error);
  if (near.length === 0) return null;
  return (
    <div className={styles.alternatives}>
      {near.map(({ start }) => (
        <Button key={start} onClick={() => onPick(start)} data-testid="move-alternative">
          {nearTimeLabel(start, today)}
        </Button>
      ))}
    </div>
  );
}
