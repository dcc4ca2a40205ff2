import type { CautionMeaning } from '@yance/shared-types';
import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import type { HealthConsent } from '../../health/health-access.js';
import type { ToldCaution } from '../../health/rules/judge-told.js';
import type { Questionnaire } from '../data/questionnaires.js';
import type { OpenAnswer, QuestionnaireStanding } from '../questionnaire-queries.js';
import {
  codeOfTold,
  linesOf,
  type QuestionnaireForm,
  type QuestionnaireVersion,
} from '../rules/questionnaire.js';
import type {
  AnsweredLineDto,
  ClientAnswerDto,
  MyAnswerDto,
  QuestionnaireStandingDto,
  QuestionnaireStandingsDto,
  QuestionnaireToFillDto,
} from './dto/answer.dto.js';
import type {
  QuestionDto,
  QuestionnaireDto,
  QuestionnaireFormDto,
  QuestionnaireLineDto,
} from './dto/form.dto.js';

const presentQuestions = ({ questions }: QuestionnaireForm): QuestionDto[] =>
  questions.map((question) => ({
    ...{ key: question.key, kind: question.kind, label: question.label, help: question.help },
    ...{ required: question.required, explain: question.explain, caution: question.caution },
    options: question.options.map(({ key, label, caution }) => ({ key, label, caution })),
    ...{ unit: question.unit, least: question.least, most: question.most },
    shownWhen: question.shownWhen && { ...question.shownWhen },
  }));

const presentMeaning = ({ conditionId, ingredientId }: CautionMeaning) => ({
  ...{ conditionId: conditionId ?? null, ingredientId: ingredientId ?? null },
});

/** For those who write the form: also what its cautions mean, which nobody who answers needs to know. */
const presentMeant = (form: QuestionnaireForm): QuestionDto[] =>
  presentQuestions(form).map((shown, place) => {
    const question = form.questions[place];
    if (!question) return shown;
    const options = shown.options.map((option, no) => ({
      ...{ ...option, ...presentMeaning(question.options[no] ?? {}) },
    }));
    return { ...shown, options, ...presentMeaning(question) };
  });

const presentForm = (form: QuestionnaireForm): QuestionnaireFormDto => ({
  ...{ title: form.title, intro: form.intro, asked: form.asked, health: form.health },
  ...{ signed: form.signed, guardianBelow: form.guardianBelow, validDays: form.validDays },
  ...{ serviceIds: [...form.serviceIds], questions: presentMeant(form) },
});

/** @param names of services by id */
export function presentLine(
  { id, version, draft }: Questionnaire,
  inForce: QuestionnaireVersion | undefined,
  names: ReadonlyMap<string, string>,
): QuestionnaireLineDto {
  const form = inForce ?? draft?.form;
  if (!form) throw new Error('a questionnaire without a version or a draft');
  return {
    ...{ id, version, title: form.title, asked: form.asked, health: form.health },
    ...{ signed: form.signed, validDays: form.validDays, questionCount: form.questions.length },
    serviceNames: form.serviceIds.flatMap((one) => names.get(one) ?? []),
    publishedAt: inForce ? toRfc3339(inForce.publishedAt, HOME_ZONE) : null,
    hasDraft: draft !== null,
  };
}

export const presentQuestionnaire = (
  { id, version, revision, draft }: Questionnaire,
  versions: readonly QuestionnaireVersion[],
): QuestionnaireDto => ({
  ...{ id, version, revision },
  draft: draft && {
    ...{ form: presentForm(draft.form), byName: draft.byName },
    at: toRfc3339(draft.at, HOME_ZONE),
  },
  versions: versions.map((one) => ({
    ...{ version: one.version, form: presentForm(one), byName: one.byName },
    publishedAt: toRfc3339(one.publishedAt, HOME_ZONE),
  })),
});

export const presentStanding = ({
  form,
  state,
  last,
  until,
}: QuestionnaireStanding): QuestionnaireStandingDto => ({
  ...{ questionnaireId: form.questionnaireId, title: form.title, version: form.version },
  ...{ health: form.health, signed: form.signed, questionCount: form.questions.length, state },
  ...{ answeredOn: last?.answeredOn ?? null, answeredVersion: last?.version ?? null, until },
});

/**
 * Where she stands with what she is asked; nothing of what she said.
 * @param byName whether the reader may know what questionnaires are called
 */
export const presentStandings = (
  {
    consent,
    items,
  }: { readonly consent: HealthConsent; readonly items: readonly QuestionnaireStanding[] },
  byName: boolean,
): QuestionnaireStandingsDto => {
  const shown = items.map(presentStanding);
  return { consent, items: byName ? shown : shown.map((one) => ({ ...one, title: '问卷' })) };
};

export function presentToFill({
  standing,
  consent,
  guardianNeeded,
}: {
  readonly standing: QuestionnaireStanding;
  readonly consent: HealthConsent;
  readonly guardianNeeded: boolean;
}): QuestionnaireToFillDto {
  const { form } = standing;
  const { guardianBelow, intro } = form;
  return {
    ...{ ...presentStanding(standing), consent, guardianNeeded, guardianBelow, intro },
    questions: presentQuestions(form),
  };
}

export const presentMine = ({ sheet, form, answers }: OpenAnswer): MyAnswerDto => ({
  ...{ id: sheet.id, version: sheet.version, on: sheet.answeredOn },
  lines: linesOf(form.questions, answers).map(({ key, label, words }) => ({ key, label, words })),
});

/** @param open cautions that nobody took over into her health file yet */
export const presentAnswer = (
  { sheet, form, answers, state }: OpenAnswer,
  open: readonly ToldCaution[],
): ClientAnswerDto => ({
  ...{ id: sheet.id, questionnaireId: sheet.questionnaireId, title: form.title },
  ...{ version: sheet.version, on: sheet.answeredOn, at: toRfc3339(sheet.at, HOME_ZONE) },
  ...{ way: sheet.way, byName: sheet.byName, state, proved: sheet.proved },
  lines: linesOf(form.questions, answers).map(({ key, label, words, caution }) => ({
    ...{ key, label, words, caution, ...toAsk(open, codeOfTold(sheet.id, key)) },
  })),
});

/** What is left to be asked her about. */
function toAsk(
  open: readonly ToldCaution[],
  code: string,
): Pick<AnsweredLineDto, 'toConfirm' | 'toJudge'> {
  const { means = [], isLoose = false } = open.find((one) => one.code === code) ?? {};
  const isAllergy = means.some(({ ingredientId }) => ingredientId);
  const toConfirm = isAllergy ? 'allergy' : means.length > 0 ? 'other' : null;
  return { toConfirm, toJudge: isLoose };
}
