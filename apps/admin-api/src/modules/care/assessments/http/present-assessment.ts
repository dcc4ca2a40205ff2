import type { AssessmentKind } from '@yance/shared-types';
import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import type { ClientAssessments, KeptAssessment } from '../assessment-queries.js';
import type { OpenDraft, OpenSheet } from '../data/sheets.js';
import type { AssessmentForm } from '../rules/form.js';
import type { FormulaContents } from '../rules/formula.js';
import type {
  AssessmentDraftDto,
  AssessmentDto,
  ClientAssessmentsDto,
  MyAssessmentDto,
} from './dto/assessment.dto.js';
import type { AssessmentContentsDto } from './dto/assessment-input.dto.js';
import type { AssessmentFormDto } from './dto/form.dto.js';
import type { FormulaDto } from './dto/formula.dto.js';

export const presentForm = (form: AssessmentForm): AssessmentFormDto => ({
  ...{ kind: form.kind, version: form.version, name: form.name },
  choices: form.choices.map(({ options, ...one }) => ({ ...one, options: [...options] })),
  ...{ problems: [...form.problems], readings: [...form.readings], scores: [...form.scores] },
});

const contentsOf = (kept: KeptAssessment): AssessmentContentsDto => ({
  ...{ choices: [...kept.choices], findings: [...kept.findings], readings: [...kept.readings] },
  ...{ scores: [...kept.scores], words: kept.words, advice: kept.advice },
});

const presentSheet = (sheet: OpenSheet<KeptAssessment>): AssessmentDto => ({
  ...{ id: sheet.id, kind: sheet.kind as AssessmentKind, on: sheet.madeOn },
  ...{ appointmentId: sheet.appointmentId, released: sheet.released },
  versions: sheet.versions.map(({ version, contents, byName, at }) => ({
    ...{ version, byName, at: toRfc3339(at, HOME_ZONE) },
    ...{ formVersion: contents.formVersion, reason: contents.reason },
    contents: contentsOf(contents),
  })),
});

const presentDraft = ({
  kind,
  revision,
  contents,
  updatedAt,
}: OpenDraft<KeptAssessment>): AssessmentDraftDto => ({
  ...{ kind, revision, formVersion: contents.formVersion, contents: contentsOf(contents) },
  savedAt: toRfc3339(updatedAt, HOME_ZONE),
});

export const presentAssessments = (
  { consent, forms, sheets }: ClientAssessments,
  drafts: readonly OpenDraft<KeptAssessment>[],
): ClientAssessmentsDto => ({
  consent,
  forms: forms.map(presentForm),
  items: sheets.map(presentSheet),
  drafts: drafts.map(presentDraft),
});

const nameIn = (list: readonly { key: string; name: string }[], key: string): string =>
  list.find((one) => one.key === key)?.name ?? '';

/** What was released to her, with what changed since the time before. */
export function presentMine({ forms, sheets }: ClientAssessments): MyAssessmentDto[] {
  const hers = sheets.filter(({ released }) => released);
  return hers.flatMap((sheet, place) => {
    const kind = sheet.kind as AssessmentKind;
    const [{ contents, byName }] = sheet.versions;
    const form = forms.find((one) => one.kind === kind && one.version === contents.formVersion);
    if (!form) return [];
    const before = hers.slice(place + 1).find((one) => one.kind === kind)?.versions[0].contents;
    const scoreBefore = (key: string) => before?.scores.find((one) => one.key === key)?.value;
    return [
      {
        ...{ id: sheet.id, kind, on: sheet.madeOn, byName, advice: contents.advice },
        facts: contents.choices.map(({ key, option }) => ({
          name: nameIn(form.choices, key),
          value: nameIn(form.choices.find((one) => one.key === key)?.options ?? [], option),
        })),
        scores: contents.scores.map(({ key, value }) => ({
          ...{ key, name: nameIn(form.scores, key), value },
          change: changeOf(value, scoreBefore(key)),
        })),
        findings: contents.findings.map(({ zone, problem, severity }) => ({
          ...{ zone, name: nameIn(form.problems, problem), severity },
        })),
      },
    ];
  });
}

const changeOf = (value: number, before: number | undefined): number | null =>
  before === undefined ? null : value - before;

export const presentFormula = (sheet: OpenSheet<FormulaContents>): FormulaDto => {
  const [{ contents, byName }] = sheet.versions;
  return {
    ...{ id: sheet.id, on: sheet.madeOn, appointmentId: sheet.appointmentId, byName },
    contents: { ...contents, parts: [...contents.parts], zones: [...contents.zones] },
  };
};
