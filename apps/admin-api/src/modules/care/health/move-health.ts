import { Injectable } from '@nestjs/common';
import { listIn, type Held, heldRows, type Moved } from '../../../platform/client-data/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import type { CarePart } from '../move-care.js';
import { CareOverrides } from './data/care-overrides.js';
import { HealthFiles, type MovedHealth } from './data/health-files.js';

/** When two files become one, what either warns of goes on, under the key of the one that stays. */
@Injectable()
export class MoveHealth implements CarePart {
  readonly name = 'health';

  constructor(
    private readonly files: HealthFiles,
    private readonly overrides: CareOverrides,
    private readonly clock: Clock,
  ) {}

  async moveClient(tx: Tx, from: string, to: string): Promise<Moved> {
    const health = await this.files.moveClient(tx, from, to, this.clock.now());
    return { ...health, overrides: await this.overrides.moveClient(tx, from, to) };
  }

  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    const changes = listIn(moved, 'changes').map(String);
    const joined = (moved['joined'] ?? null) as MovedHealth['joined'];
    await this.files.moveBack(tx, from, to, { changes, joined }, this.clock.now());
    await this.overrides.moveClient(tx, to, from, listIn(moved, 'overrides'));
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [await heldRows(reader, '健康档案', 'health_file', customerId)];
  }
}
