import { IsBoolean, IsIn, Matches } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import type { TurnAct } from '../../turn-book.js';

const ACTS = ['sign_in', 'sign_out', 'passed'] as const satisfies readonly TurnAct[];

/** What somebody does about her own place. */
export class MyTurnDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  /** Comes, goes, or passes her turn on. */
  @IsIn(ACTS, { message: '请选择签到、签退或过牌' })
  act: TurnAct;
}

/** What the desk does about somebody's place. */
export class TurnDto extends MyTurnDto {
  @Matches(ID_PATTERN)
  staffId: string;
}

/** What an act left her as. */
export class InQueueDto {
  isIn: boolean;
}

/** Whether a store keeps turns, and what costs one. */
export class TurnRulesDto {
  /** Clients who ask for nobody go to whoever is next. */
  @IsBoolean()
  isKept: boolean;

  /** A visit whose client asked for the person costs her turn too. */
  @IsBoolean()
  requestedCounts: boolean;
}
