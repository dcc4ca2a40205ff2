import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ClientDataHandlers,
  listIn,
  moveRowsBack,
  type ClientDataHandler,
  type Moved,
} from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { choiceOf, saveChoice, type MarketingChoice } from './data/choices.js';
import { moveGrants } from './data/grants.js';

const JOINED = { kind: 'system', id: 'join-files', name: '档案合并' };

/** When two files become one: what was given counts for the one that goes on, and whoever said no has said no. */
@Injectable()
export class MoveMarketing implements ClientDataHandler, OnModuleInit {
  readonly name = 'marketing';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<Moved> {
    const grants = await moveGrants(tx, from, to);
    const before = await choiceOf(tx, to);
    const joined = await this.#joinChoices(tx, before, { from, to });
    return joined === undefined ? { grants } : { grants, before, joined };
  }

  /** What she said since the files were joined stays as she said it. */
  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    const grants = listIn(moved, 'grants');
    await moveRowsBack(tx, 'automation_grant', grants, { from, to }, 'coupon_id');
    const before = moved.before as MarketingChoice | undefined;
    const now = await choiceOf(tx, to);
    if (before === undefined || now.version !== moved.joined) return;
    const choice = { ...before, version: now.version + 1 };
    await saveChoice(tx, to, choice, { ...JOINED, name: '撤销合并' }, this.clock.now());
  }

  /** @returns the version of what holds for both; undefined where the file that goes on says so already */
  async #joinChoices(
    tx: Tx,
    mine: MarketingChoice,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<number | undefined> {
    const other = await choiceOf(tx, from);
    if (other.version === 0) return undefined;
    const optedOut = mine.optedOut || other.optedOut;
    // A yes is hers only where neither file says no to it.
    const sms = !optedOut && other.sms && (mine.version === 0 || mine.sms);
    const calls = !optedOut && other.calls && (mine.version === 0 || mine.calls);
    const same = optedOut === mine.optedOut && sms === mine.sms && calls === mine.calls;
    if (same) return undefined;
    const choice = { optedOut, sms, calls, version: mine.version + 1 };
    await saveChoice(tx, to, choice, JOINED, this.clock.now());
    return choice.version;
  }
}
