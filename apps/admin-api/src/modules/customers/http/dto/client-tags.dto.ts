import { IsBoolean, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { CleanText, IfGiven } from '../../../../platform/input/index.js';
import {
  TAG_COLORS,
  TAG_PURPOSES,
  TAG_STATES,
  type Tag,
  type TagColor,
  type TagPurpose,
} from '../../rules/tags.js';

const NAMED = { message: '请填写名称' };

export class AddTagGroupBody {
  @CleanText()
  @IsString()
  @MaxLength(20)
  @Matches(/[^\s\p{C}]/u, NAMED)
  name: string;

  @IsIn(TAG_COLORS)
  color: TagColor;

  /** At most one of its tags on a file; decided once. */
  @IsBoolean()
  oneOf: boolean;

  /** `need` where its tags say what a client comes for; free unless told. */
  @IfGiven()
  @IsIn(TAG_PURPOSES)
  purpose?: TagPurpose;
}

export class ChangeTagGroupBody {
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(20)
  @Matches(/[^\s\p{C}]/u, NAMED)
  name?: string;

  @IfGiven()
  @IsIn(TAG_COLORS)
  color?: TagColor;

  @IfGiven()
  @IsIn(TAG_PURPOSES)
  purpose?: TagPurpose;
}

export class AddTagBody {
  @CleanText()
  @IsString()
  @MaxLength(20)
  @Matches(/[^\s\p{C}]/u, NAMED)
  name: string;
}

export class ChangeTagBody {
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(20)
  @Matches(/[^\s\p{C}]/u, NAMED)
  name?: string;

  @IfGiven()
  @IsIn(TAG_STATES)
  state?: Tag['state'];
}

export class TagView {
  id: string;
  name: string;
  keptBy: 'hand' | 'rule';
  /** A retired one stays where it is and is put on no other file. */
  state: 'active' | 'retired';
}

export class TagGroupView {
  id: string;
  name: string;
  color: TagColor;
  oneOf: boolean;
  /** need: its tags say what a client comes for. */
  purpose: TagPurpose;
  tags: TagView[];
}

export class TagGroupListView {
  items: TagGroupView[];
}
