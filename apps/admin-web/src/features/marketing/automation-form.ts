import type { Automation, AutomationDraft } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';
import { readCount } from './template-form';

type Kept = 'name' | 'state' | 'templateId' | 'storeIds' | 'leapDay' | 'words' | 'bySms' | 'byCall';

/** An automation as it is typed: money in yuan, numbers as text. */
export interface AutomationFields extends Pick<AutomationDraft, Kept> {
  daysBefore: string;
  daysAfter: string;
  budgetCount: string;
  budgetFen: string;
}

const DAYS = /^\d{1,2}$/;
const MOST_DAYS = 60;

/** Days from none to sixty; undefined for anything else. */
export function readDays(text: string): number | undefined {
  const typed = text.trim();
  return DAYS.test(typed) && Number(typed) <= MOST_DAYS ? Number(typed) : undefined;
}

/** What the form opens with: the automation, or what most are like. */
export function fieldsOf(
  automation: Automation | null,
  storeIds: readonly string[],
): Omit<AutomationFields, 'templateId'> & { templateId: string | undefined } {
  if (!automation)
    return {
      ...{ name: '生日礼', state: 'draft', templateId: undefined, storeIds: [...storeIds] },
      ...{ leapDay: 'feb28', daysBefore: '7', daysAfter: '7', budgetCount: '', budgetFen: '' },
      ...{ words: '生日快乐，送您一份小心意', bySms: true, byCall: true },
    };
  const { name, state, templateId, leapDay, budgetCount, budgetFen } = automation;
  const { words, bySms, byCall } = automation;
  return {
    ...{ name, state, templateId, leapDay, storeIds: automation.storeIds },
    ...{ words, bySms, byCall },
    ...{ daysBefore: String(automation.daysBefore), daysAfter: String(automation.daysAfter) },
    budgetCount: budgetCount === null ? '' : String(budgetCount),
    budgetFen: budgetFen === null ? '' : yuanText(budgetFen),
  };
}

/** What is sent. */
export function draftOf(fields: AutomationFields): AutomationDraft {
  const { bySms, byCall } = fields;
  return {
    ...{ name: fields.name.trim(), state: fields.state, templateId: fields.templateId },
    ...{
      storeIds: fields.storeIds,
      leapDay: fields.leapDay,
      words: fields.words.trim(),
      bySms,
      byCall,
    },
    daysBefore: readDays(fields.daysBefore) ?? 0,
    daysAfter: readDays(fields.daysAfter) ?? 0,
    budgetCount: readCount(fields.budgetCount) ?? null,
    budgetFen: readYuan(fields.budgetFen) ?? null,
  };
}
