import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { CustomerRepository } from './data/customer-repository.js';
import { PhoneRepository } from './data/phone-repository.js';

/** Moves everything that modules hold of one file to another and closes the first, which then points at the second. */
@Injectable()
export class JoinFiles implements ClientDataHandler, OnModuleInit {
  readonly name = 'customers';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /**
   * Locks both files, so call it before other locks on what they own.
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED when one of them no longer goes on
   */
  async execute(tx: Tx, from: string, to: string): Promise<void> {
    const locked = await this.customers.lock(tx, [from, to]);
    for (const file of locked.values()) {
      if (file.state === 'merged')
        refuse('CLIENT_MERGED', { extras: { mergedInto: file.merged_into } });
    }
    await this.handlers.moveAll(tx, from, to);
    await this.customers.markMerged(tx, from, to, this.clock.now());
  }

  /** This module's own part of a move: the phones. */
  move(tx: Tx, from: string, to: string): Promise<void> {
    return this.phones.moveAll(tx, from, to, this.clock.now());
  }
}
