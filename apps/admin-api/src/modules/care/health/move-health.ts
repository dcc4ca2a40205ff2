import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { CareOverrides } from './data/care-overrides.js';
import { HealthFiles } from './data/health-files.js';

/** When two files become one, what either warns of goes on, under the key of the one that stays. */
@Injectable()
export class MoveHealth {
  constructor(
    private readonly files: HealthFiles,
    private readonly overrides: CareOverrides,
    private readonly clock: Clock,
  ) {}

  async moveClient(tx: Tx, from: string, to: string): Promise<void> {
    await this.files.moveClient(tx, from, to, this.clock.now());
    await this.overrides.moveClient(tx, from, to);
  }
}
