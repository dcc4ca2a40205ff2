import { define } from './definition.js';

/** Health, plans, records, consents. */
export const CARE_ERRORS = define({
  // health and care
  CARE_CONTRAINDICATED: {
    status: 409,
    detail: '这个项目需要美容师先确认，请联系门店，或换一个项目。',
  },
  CARE_RULE_CHANGED: { status: 409, detail: '这条内容刚刚被别人改动，请刷新后再修改。' },
  ASSESSMENT_CHANGED: { status: 409, detail: '这份记录刚刚被别人更正过，请看最新内容后再改。' },
  ASSESSMENT_DRAFT_CHANGED: { status: 409, detail: '这份草稿在另一处改过了，请刷新后接着填。' },
  ASSESSMENT_FORM_CHANGED: { status: 409, detail: '评估表刚刚更新了，请重新打开后再填。' },
  ASSESSMENT_NOT_FOUND: { status: 404, detail: '没有找到这份评估。' },
  HEALTH_CHANGED: { status: 409, detail: '健康信息刚刚被别人改动，请看最新内容后再修改。' },

  // what is planned for her
  CARE_PLAN_CHANGED: { status: 409, detail: '护理方案刚刚改过，请看最新内容后再操作。' },
  CARE_PLAN_GOES_ON: { status: 409, detail: '她已有进行中的护理方案，请直接调整那一份。' },
  CARE_PLAN_NOT_FOUND: { status: 404, detail: '没有找到这份护理方案。' },
  CARE_PLAN_STATE: { status: 409, detail: '护理方案现在的状态不能这样操作。' },
  CARE_PLAN_STEP_NOT_FOUND: { status: 404, detail: '没有找到方案里的这一次护理。' },
  CARE_PLAN_STEP_TAKEN: { status: 409, detail: '方案里的这一次已经约好或做完了，请刷新后再看。' },
  CARE_PLAN_TOO_SOON: { status: 409, detail: '离上一次护理太近了，请选晚一点的日子。' },

  // what was done at visits
  TREATMENT_CHANGED: { status: 409, detail: '这份记录刚刚被别人更正过，请看最新内容后再改。' },
  TREATMENT_DEVIATES: {
    status: 409,
    detail: '写的内容和顾客的健康档案不合。请核对；确实这样做了，请写明原因。',
  },
  TREATMENT_DRAFT_CHANGED: { status: 409, detail: '这份草稿在另一处改过了，请刷新后接着写。' },
  TREATMENT_FIRST: { status: 409, detail: '请先写好这次的护理记录，再点完成。' },
  TREATMENT_NOT_FOUND: { status: 404, detail: '没有找到这份护理记录。' },
  TREATMENT_NOT_YET: { status: 409, detail: '服务还没有开始，开始之后再写护理记录。' },
  TREATMENT_NOT_YOURS: {
    status: 403,
    detail: '护理记录由做这次护理的美容师来写，需要帮忙请联系店长。',
  },
  TREATMENT_TEMPLATE_CHANGED: {
    status: 409,
    detail: '这份模板刚刚被别人改动，请看最新内容后再改。',
  },
  TREATMENT_WRITTEN: { status: 409, detail: '这次护理的记录已经写好了，要改请用更正。' },

  // consents and risk notices
  CONSENT_GIVEN: { status: 409, detail: '这份同意书已经签过了，不用再签。' },
  CONSENT_NOT_FOUND: { status: 404, detail: '没有找到这份同意记录。' },
  CONSENT_NOT_GIVEN: { status: 409, detail: '现在没有同意，不需要撤回。' },
  CONSENT_TEXT_CHANGED: { status: 409, detail: '内容刚刚有更新，请看过新的内容再继续。' },
  BIRTHDAY_NEEDED: {
    status: 409,
    detail: '还不知道顾客的生日，不能确定要不要监护人签。请先填写带年份的生日。',
  },
  BIRTHDAY_AT_DESK: {
    status: 409,
    detail: '您的资料里登记的是未成年，改大年龄请到门店出示证件，由前台修改。',
  },
  GUARDIAN_REQUIRED: {
    status: 409,
    detail: '未成年人需要由监护人同意，请填写监护人并由监护人签名。',
  },
  HEALTH_CONSENT_MISSING: {
    status: 409,
    detail: '顾客还没有同意保存健康信息，或已经撤回。请先请她在手机或门店签署同意书。',
  },
  QUESTIONNAIRE_CHANGED: { status: 409, detail: '这份问卷刚刚有更新，请重新打开后再填。' },
  QUESTIONNAIRE_DRAFT_CHANGED: {
    status: 409,
    detail: '这份问卷在另一处改过了，请刷新后接着改。',
  },
  TOLD_CONFIRMED: { status: 409, detail: '这一条已经记进健康档案了，请看最新内容。' },
  QUESTIONNAIRE_NOT_FOUND: { status: 404, detail: '没有找到这份问卷。' },
  NOTICE_UNSIGNED: { status: 409, detail: '风险告知书还没有签，签过才能开始服务。' },
});
