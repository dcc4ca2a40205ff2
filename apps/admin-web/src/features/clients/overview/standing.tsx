import type { ClientStanding } from '../../../shared/api/contract';
import { priceLabel } from '../../../shared/format/money';
import { dayLabel } from '../../../shared/format/time';
import { ToneTag } from '../../../shared/ui/amount';
import { Card, Facts } from '../../../shared/ui/page';
import { STAGE_WORDS } from '../../../shared/format/words';
import { STAGE_TONES } from './stage-words';

const visited = (day: string | null): string => (day === null ? '还没来过' : dayLabel(day));

/** Where a client stands by her visits. */
export function StandingCard({ standing }: { standing: ClientStanding }) {
  const { stage, firstVisitOn, lastVisitOn, visits, visitsYear, spendYearFen } = standing;
  const { rhythmDays, expectedOn } = standing;
  const facts = [
    { name: '最近到店', value: visited(lastVisitOn) },
    { name: '首次到店', value: visited(firstVisitOn) },
    { name: '到店', value: `${visits} 次，近一年 ${visitsYear} 次` },
    ...(spendYearFen === null ? [] : [{ name: '近一年消费', value: priceLabel(spendYearFen) }]),
    ...(rhythmDays === null
      ? []
      : [
          { name: '到店节奏', value: `约 ${rhythmDays} 天一次` },
          { name: '按节奏下次', value: expectedOn === null ? '' : dayLabel(expectedOn) },
        ]),
  ];
  return (
    <Card
      title="到店情况"
      extra={<ToneTag tone={STAGE_TONES[stage]}>{STAGE_WORDS[stage]}</ToneTag>}
    >
      <div className="tabular" data-testid="client-standing" data-stage={stage}>
        <Facts items={facts} />
      </div>
    </Card>
  );
}
