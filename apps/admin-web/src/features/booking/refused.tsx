import { Alert, Button } from 'antd';
import { ApiProblem, isFullDay, sentenceOf } from '../../shared/api/problem';
import { visitTimeLabel } from '../../shared/format/time';
import styles from './booking.module.css';

interface Offer {
  start: string;
  end: string;
}

const isOffer = (one: unknown): one is Offer =>
  typeof one === 'object' && one !== null && 'start' in one && 'end' in one;

/** Why it was not booked, and the near times that are still free. */
export function Refused({
  error,
  today,
  onPick,
  onBeyond,
}: {
  error: unknown;
  today: string;
  onPick: (start: string) => void;
  /** Books all the same where only the cap of the day stands against it. */
  onBeyond: () => void;
}) {
  const offered = error instanceof ApiProblem ? error.extras['alternatives'] : [];
  const offers = Array.isArray(offered) ? offered.filter(isOffer) : [];
  const isUnanswered = error instanceof ApiProblem && error.isUnanswered;
  return (
    <div role="alert" data-testid="booking-refused">
      <Alert
        type="warning"
        showIcon
        title={sentenceOf(error)}
        action={
          isFullDay(error) && (
            <Button size="small" onClick={onBeyond} data-testid="booking-beyond">
              仍要加约
            </Button>
          )
        }
        description={
          offers.length > 0 ? (
            <div className={styles.offers}>
              {offers.map(({ start, end }) => (
                <Button key={start} onClick={() => onPick(start)} data-testid="booking-alternative">
                  {visitTimeLabel(start, end, today)}
                </Button>
              ))}
            </div>
          ) : isUnanswered ? (
            '不确定有没有约上。再点一次「约好」，不会重复预约。'
          ) : undefined
        }
      />
    </div>
  );
}
