import { Type } from 'class-transformer';
import { IsIn, IsObject, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { CleanText, IfGiven, READABLE } from '../../../../../platform/input/index.js';
import type { Tag } from '../../../../customers/index.js';
import { HELD_PACKAGES, type HeldPackages, type TagRuleText } from '../../rules/tag-rule.js';

const NAMED = { message: '请填写名称' };
const TAG_STATES = ['active', 'retired'] as const;
const DAYS = /^[1-9]\d{0,3}$/;
const IDS = /^[0-9A-HJKMNP-TV-Z]{26}(,[0-9A-HJKMNP-TV-Z]{26}){0,9}$/;

/** Whom a tag is put on: all that is given. Lists are separated by commas and mean any of them. */
export class TagRuleDto implements TagRuleText {
  /** Used and bought in the last `spendDays` days, in fen without bonus, at least. */
  @IfGiven()
  @Matches(/^[1-9]\d{0,9}$/)
  spendFen?: string;

  @IfGiven()
  @Matches(DAYS)
  spendDays?: string;

  /** Days on which she was served, at least; of the last `visitDays` days where that is given. */
  @IfGiven()
  @Matches(DAYS)
  visits?: string;

  @IfGiven()
  @Matches(DAYS)
  visitDays?: string;

  /** Days since her last visit, at least. */
  @IfGiven()
  @Matches(DAYS)
  awayDays?: string;

  @IfGiven()
  @Matches(/^(prospect|new|active|sleeping|lost)(,(prospect|new|active|sleeping|lost)){0,4}$/)
  stages?: string;

  /** In whole years; both ends count. */
  @IfGiven()
  @Matches(/^(0|[1-9]\d?|1[0-4]\d|150)$/)
  ageFrom?: string;

  @IfGiven()
  @Matches(/^(0|[1-9]\d?|1[0-4]\d|150)$/)
  ageTo?: string;

  /** 1 to 12, by the calendar that she keeps; `now` for the month that it is. */
  @IfGiven()
  @Matches(/^(now|([1-9]|1[0-2])(,([1-9]|1[0-2])){0,11})$/)
  birthMonths?: string;

  @IfGiven()
  @Matches(IDS)
  tierIds?: string;

  @IfGiven()
  @Matches(
    /^(mini_program|walk_in|phone|referral|dianping|douyin|xiaohongshu|import|other)(,(mini_program|walk_in|phone|referral|dianping|douyin|xiaohongshu|import|other)){0,8}$/,
  )
  sources?: string;

  /** Whether she has a package that she can still use. */
  @IfGiven()
  @IsIn(HELD_PACKAGES)
  packages?: HeldPackages;

  /** Ids of tags that hands put on. */
  @IfGiven()
  @Matches(IDS)
  needIds?: string;

  /** Principal and bonus, in fen, at least. */
  @IfGiven()
  @Matches(/^[1-9]\d{0,11}$/)
  minBalanceFen?: string;
}

export class AddTagRuleBody {
  @Matches(ID_PATTERN)
  groupId: string;

  @CleanText()
  @IsString()
  @MaxLength(20)
  @Matches(READABLE, NAMED)
  name: string;

  @IsObject()
  @ValidateNested()
  @Type(() => TagRuleDto)
  rule: TagRuleDto;
}

export class ChangeTagRuleBody {
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(20)
  @Matches(READABLE, NAMED)
  name?: string;

  /** A retired one is taken off everybody. */
  @IfGiven()
  @IsIn(TAG_STATES)
  state?: Tag['state'];

  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => TagRuleDto)
  rule?: TagRuleDto;
}

export class TagRuleView {
  tagId: string;
  groupId: string;
  name: string;
  state: 'active' | 'retired';
  rule: TagRuleDto;
  /** Clients who have it now; at most 10000 are counted. */
  clients: number;
  /** The day on which all files were last gone through under this rule; null while that is still to come. */
  keptOn: string | null;
}

export class TagRulesView {
  items: TagRuleView[];
}

/** How many clients there are of something. */
export class ReckonedView {
  clients: number;
  /** False where it was reckoned from a sample of the files. */
  exact: boolean;
}
