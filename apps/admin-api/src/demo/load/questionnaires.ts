import type { Answer } from '@yance/shared-types';
import { Injectable } from '@nestjs/common';
import {
  AnswerQuestionnaire,
  ConsentQueries,
  DraftQuestionnaire,
  PublishQuestionnaire,
  allConditions,
} from '../../modules/care/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import {
  QUESTIONNAIRES,
  TOLD_BEFORE_TREATMENT,
  TOLD_FIRST_VISIT,
  type DemoQuestionnaire,
} from '../content/questionnaires.js';
import { idOf, type House } from './house.js';
import { SIGNATURE } from './signature.js';
import { managerOf } from './staff-of.js';

const DAY_MS = 86_400_000;
/** Longer ago than the answer counts. */
const LONG_AGO_DAYS = 120;
/** Clients whose answers are met without looking for them. */
const CLIENTS = 12;
/** Of so many clients one answered long ago, and one has not answered. */
const EXPIRED_OF = 4;
const MISSING_OF = 3;

interface World {
  readonly house: House;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** Publishes the questionnaires of the house and lets some clients answer them, one of them long ago. */
@Injectable()
export class QuestionnaireLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly consents: ConsentQueries,
    private readonly drafts: DraftQuestionnaire,
    private readonly publish: PublishQuestionnaire,
    private readonly answer: AnswerQuestionnaire,
  ) {}

  /** After visits and consents. @returns how many answers there are */
  async load({ house, clock, now }: World): Promise<number> {
    const [first, before] = QUESTIONNAIRES;
    const [firstId, beforeId] = [await this.#write(house, first), await this.#write(house, before)];
    const clients = await this.#expected(now);
    for (const [place, id] of clients.entries()) {
      const said = TOLD_BEFORE_TREATMENT[place % TOLD_BEFORE_TREATMENT.length] ?? [];
      const ago = (place % EXPIRED_OF === 0 ? LONG_AGO_DAYS : 1 + (place % 7)) * DAY_MS;
      await clock.at(new Date(now.getTime() - ago), async () => {
        await this.#answer(id, firstId, TOLD_FIRST_VISIT);
        await this.#answer(id, beforeId, said, SIGNATURE);
      });
    }
    return clients.length * QUESTIONNAIRES.length;
  }

  async #write(
    house: House,
    { services, conditions = {}, ...form }: DemoQuestionnaire,
  ): Promise<string> {
    const manager = managerOf(house, 'wukang');
    const known = await allConditions(this.database);
    const questions = form.questions.map((one) => {
      const condition = known.find(({ name }) => name === conditions[one.key]);
      return condition ? { ...one, conditionId: condition.id } : one;
    });
    const serviceIds = services.map((name) => idOf(house.services, name));
    return this.unitOfWork.run(async (tx) => {
      const id = await this.drafts.begin(tx, manager, { ...form, questions, serviceIds });
      await this.publish.execute(tx, manager, id, 1);
      return id;
    });
  }

  async #answer(
    customerId: string,
    questionnaireId: string,
    answers: readonly Answer[],
    signature?: typeof SIGNATURE,
  ): Promise<void> {
    const client: ClientPrincipal = { kind: 'client', customerId, openid: '', sessionId: '' };
    const reply = { version: 1, answers, ...(signature && { signature }) };
    await this.unitOfWork.run((tx) =>
      this.answer.execute(tx, client, customerId, questionnaireId, reply),
    );
  }

  /** Who comes today or soon and agreed to health data; now and then one is left out, for the desk to ask. */
  async #expected(now: Date): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT customer_id AS id, MIN(starts_at) AS next FROM appointment
       WHERE state IN ('requested', 'confirmed', 'arrived', 'in_service') AND starts_at > ?
       GROUP BY customer_id ORDER BY next, customer_id LIMIT 100`,
      [new Date(now.getTime() - DAY_MS)],
    );
    const agreed: string[] = [];
    for (const { id } of rows)
      if (await this.consents.stands(this.database, id, 'health')) agreed.push(id);
    return agreed.filter((_, place) => place % MISSING_OF > 0).slice(0, CLIENTS);
  }
}
