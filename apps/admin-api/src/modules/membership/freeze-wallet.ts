import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditAction } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { CustomerWallets } from './customer-wallets.js';
import { freeze, release } from './data/wallets.js';

export interface FreezeRequest {
  readonly customerId: string;
  readonly storeId: string;
  readonly reason: string;
}

/** Freezes a wallet, for a lost phone or a dispute, and frees it. Nothing leaves a frozen wallet; value may still come. */
@Injectable()
export class FreezeWallet {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A charge that has the wallet already goes through first. @throws Refusal WALLET_FROZEN when it is already */
  async freeze(tx: Tx, staff: StaffPrincipal, request: FreezeRequest): Promise<void> {
    const { customerId, storeId, reason } = request;
    await this.wallets.lockUsable(tx, customerId);
    const by = { staffId: staff.staffId, name: staff.name, at: this.clock.now() };
    await freeze(tx, customerId, { ...by, storeId, reason });
    await this.#record(tx, staff, 'wallet.frozen', request);
  }

  /** @throws Refusal WALLET_NOT_FROZEN */
  async release(tx: Tx, staff: StaffPrincipal, request: FreezeRequest): Promise<void> {
    const { customerId, reason } = request;
    const wallet = await this.wallets.lock(tx, customerId);
    if (!wallet.frozen) refuse('WALLET_NOT_FROZEN');
    const by = { staffId: staff.staffId, name: staff.name, at: this.clock.now() };
    await release(tx, customerId, { ...by, reason });
    await this.#record(tx, staff, 'wallet.released', request);
  }

  #record(
    tx: Tx,
    staff: StaffPrincipal,
    action: AuditAction,
    request: FreezeRequest,
  ): Promise<void> {
    const { customerId, storeId, reason } = request;
    const subject = { kind: 'customer', id: customerId };
    return this.audit.record(tx, { actor: staff, action, subject, detail: { storeId, reason } });
  }
}
