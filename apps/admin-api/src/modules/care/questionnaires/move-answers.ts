import { Injectable } from '@nestjs/common';
import { heldRows, listIn, type Held, type Moved } from '../../../platform/client-data/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import type { CarePart } from '../move-care.js';
import { QuestionnaireAnswers } from './data/answers.js';

/** When two files become one, what either answered is one client's. */
@Injectable()
export class MoveAnswers implements CarePart {
  readonly name = 'questionnaires';

  constructor(private readonly sheets: QuestionnaireAnswers) {}

  async moveClient(tx: Tx, from: string, to: string): Promise<Moved> {
    return { answers: await this.sheets.give(tx, from, to) };
  }

  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    await this.sheets.give(tx, to, from, listIn(moved, 'answers'));
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [await heldRows(reader, '问卷', 'questionnaire_answer', customerId)];
  }
}
