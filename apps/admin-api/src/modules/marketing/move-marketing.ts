import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { choiceOf, saveChoice } from './data/choices.js';
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

  async move(tx: Tx, from: string, to: string): Promise<void> {
    await moveGrants(tx, from, to);
    const [mine, other] = [await choiceOf(tx, to), await choiceOf(tx, from)];
    if (other.version === 0) return;
    const optedOut = mine.optedOut || other.optedOut;
    // A yes is hers only where neither file says no to it.
    const sms = !optedOut && other.sms && (mine.version === 0 || mine.sms);
    const calls = !optedOut && other.calls && (mine.version === 0 || mine.calls);
    const same = optedOut === mine.optedOut && sms === mine.sms && calls === mine.calls;
    if (same) return;
    const choice = { optedOut, sms, calls, version: mine.version + 1 };
    await saveChoice(tx, to, choice, JOINED, this.clock.now());
  }
}
