import type { QuestionnaireStanding } from '@/api/types';

/** She is to fill it in: she never did, or it is too long ago. */
export const isWaiting = ({ state }: Pick<QuestionnaireStanding, 'state'>): boolean =>
  state !== 'filled';

/** Where she stands, in a word. */
export function stateWord({
  state,
  until,
}: Pick<QuestionnaireStanding, 'state' | 'until'>): string {
  if (state === 'missing') return '待填写';
  if (state === 'expired') return '已过期，请重新填写';
  return until === null ? '已填写' : `已填写，有效至 ${until}`;
}

/** `2 份待填`; nothing where none waits. */
export function waitingWords(items: readonly Pick<QuestionnaireStanding, 'state'>[]): string {
  const waiting = items.filter(isWaiting).length;
  return waiting > 0 ? `${waiting} 份待填` : '';
}
