export const REACTIONS = ['none', 'mild', 'marked'] as const;
/** How her skin or scalp took a treatment. */
export type Reaction = (typeof REACTIONS)[number];

export const REACTION_WORDS: Readonly<Record<Reaction, string>> = {
  none: '没有不适',
  mild: '轻微反应',
  marked: '明显反应',
};

export const CARE_PLAN_STATES = [
  'draft',
  'proposed',
  'agreed',
  'active',
  'paused',
  'done',
  'stopped',
] as const;
/** Where a care plan stands: being written, shown to her, agreed to, begun, resting, or over. */
export type CarePlanState = (typeof CARE_PLAN_STATES)[number];

export const CARE_PLAN_STATE_WORDS: Readonly<Record<CarePlanState, string>> = {
  draft: '草稿',
  proposed: '等顾客同意',
  agreed: '顾客已同意',
  active: '进行中',
  paused: '暂停',
  done: '已完成',
  stopped: '已停止',
};

/** A planned visit on its path: `next` and `overdue` are those to book now, `later` those behind them. */
export type PlanStepStage = 'done' | 'booked' | 'next' | 'overdue' | 'later';

export const PLAN_STEP_STAGE_WORDS: Readonly<Record<PlanStepStage, string>> = {
  done: '已完成',
  booked: '已预约',
  next: '下一次',
  overdue: '该约了',
  later: '以后',
};
