import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import type { ToldCaution } from '../health/rules/judge-told.js';
import { ToldCautions, type CautionSource } from '../health/told-cautions.js';
import { QuestionnaireQueries } from './questionnaire-queries.js';
import { codeOfTold, linesOf } from './rules/questionnaire.js';

/**
 * Tells what a client marked in a questionnaire that calls for care. It stays what she said: nothing of it is written
 * into her health file, which takes a person who looks.
 */
@Injectable()
export class TellCautions implements CautionSource, OnModuleInit {
  constructor(
    private readonly told: ToldCautions,
    private readonly queries: QuestionnaireQueries,
  ) {}

  onModuleInit(): void {
    this.told.toldBy(this);
  }

  /** What she answered last to each question with a caution, also where it is out of date: it says so. */
  async cautions(reader: Reader, customerId: string): Promise<ToldCaution[]> {
    const answers = await this.queries.standingCautious(reader, customerId);
    return answers.flatMap(({ sheet, form, answers: said, state, standing }) => {
      const when = `${sheet.answeredOn} 填写${STATE_WORDS[state]}`;
      return linesOf(form.questions, said)
        .filter(({ key, caution }) => caution && standing.has(key))
        .map(({ key, label, words, means, isLoose }) => ({
          ...{ code: codeOfTold(sheet.id, key), said: `${label}：${words}`, means, isLoose },
          ...{ where: `${form.title}，${when}`, on: sheet.answeredOn },
        }));
    });
  }
}

const STATE_WORDS = { filled: '', expired: '，已过期', older: '，之后没有再答' } as const;
