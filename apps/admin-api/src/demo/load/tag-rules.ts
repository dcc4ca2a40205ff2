import { Injectable } from '@nestjs/common';
import { SaveTagRule, type TagRuleText } from '../../modules/client-view/index.js';
import { SaveTags } from '../../modules/customers/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { House } from './house.js';
import { managerOf } from './staff-of.js';

const GROUP = { name: '自动归类', color: 'brand', oneOf: false, purpose: 'free' } as const;

/** What a manager would have the house keep an eye on by itself. */
const RULES: readonly { name: string; rule: TagRuleText }[] = [
  { name: '年消费三千以上', rule: { spendFen: '300000', spendDays: '365' } },
  { name: '常客', rule: { visits: '3', visitDays: '90' } },
  { name: '有卡没来', rule: { packages: 'held', awayDays: '21' } },
  { name: '本月寿星', rule: { birthMonths: 'now', stages: 'new,active,sleeping' } },
];

/** Sets up tags that rules keep. The house puts them on once it is open and clients are weighed. */
@Injectable()
export class TagRuleLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly saveTags: SaveTags,
    private readonly saveTagRule: SaveTagRule,
  ) {}

  async load(house: House): Promise<void> {
    const manager = managerOf(house, 'wukang');
    await this.unitOfWork.run(async (tx) => {
      const groupId = await this.saveTags.addGroup(tx, manager, GROUP);
      for (const one of RULES) await this.saveTagRule.add(tx, manager, { ...one, groupId });
    });
  }
}
