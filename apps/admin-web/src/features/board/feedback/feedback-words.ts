import type { FeedbackWish } from '@yance/shared-types';
import type { VisitFeedback } from '../../../shared/api/contract';

const WISHES: Readonly<Record<FeedbackWish, string>> = {
  fine: '很舒服',
  lighter: '希望轻一点',
  stronger: '希望重一点',
  warmer: '有点冷',
  cooler: '有点热',
  come: '请来一下',
  words: '',
};

/** What she said, in one line. */
export const saidWords = ({ wish, words }: Pick<VisitFeedback, 'wish' | 'words'>): string =>
  [WISHES[wish], words].filter(Boolean).join('：');
