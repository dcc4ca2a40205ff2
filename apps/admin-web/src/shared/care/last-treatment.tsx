import { REACTION_WORDS } from '@yance/shared-types';
import type { LastTreatment } from '../api/contract';
import { dateLabel, dateOf } from '../format/time';
import { Facts } from '../ui/page';

/** What was done last time, and what was said then. */
export function LastTreatmentFacts({ last, today }: { last: LastTreatment; today: string }) {
  const { visitedAt, serviceNames, reaction, reactionWords, advice, homeCare, staffNote } = last;
  const felt = [reaction === 'none' ? '' : REACTION_WORDS[reaction], reactionWords];
  const said: [string, string][] = [
    ['做了', serviceNames.join('、')],
    ['反应', felt.filter(Boolean).join('，') || REACTION_WORDS.none],
    ['建议', advice],
    ['居家', homeCare],
    ['给同事', staffNote],
    ['建议再来', last.nextOn === null ? '' : dateLabel(last.nextOn, today)],
  ];
  const facts = [
    { name: '时间', value: `${dateLabel(dateOf(visitedAt), today)} · ${last.byName}` },
    ...said.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value })),
  ];
  return <Facts items={facts} />;
}
