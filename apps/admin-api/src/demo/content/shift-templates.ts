import type { TemplateDraft } from '../../modules/scheduling/index.js';

const LUNCH = { startMinute: 780, endMinute: 825 };
const DINNER = { startMinute: 1050, endMinute: 1095 };

/** The hours that both stores give a name; the people of the demo work the first three. */
export const SHIFT_TEMPLATES: readonly TemplateDraft[] = [
  { name: '早班', colour: 'leaf', startMinute: 600, endMinute: 1140, breaks: [LUNCH] },
  { name: '周末早班', colour: 'amber', startMinute: 570, endMinute: 1110, breaks: [LUNCH] },
  { name: '晚班', colour: 'brand', startMinute: 780, endMinute: 1320, breaks: [DINNER] },
  { name: '通班', colour: 'ink', startMinute: 600, endMinute: 1320, breaks: [LUNCH, DINNER] },
];
