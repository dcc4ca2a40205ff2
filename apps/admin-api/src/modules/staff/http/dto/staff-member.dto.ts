import { Matches } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';

export class StaffOfStoreQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;
}

export class SkillDto {
  id: string;
  name: string;
}

/** A person who works in the store, as colleagues see her. */
export class StaffMemberDto {
  id: string;
  /** Name in the house's books. */
  name: string;
  /** Name that clients see. */
  displayName: string;
  gender: 'female' | 'male' | 'unknown';
  position:
    | 'therapist'
    | 'stylist'
    | 'colourist'
    | 'assistant'
    | 'consultant'
    | 'front_desk'
    | 'manager'
    | 'marketing'
    | 'finance'
    | 'owner';
  grade: 'junior' | 'senior' | 'expert' | 'director';
  title: string;
  bio: string;
  avatarUrl: string | null;
  /** Clients may pick her on the phone. */
  onlineBookable: boolean;
  skills: SkillDto[];
}

export class StaffMemberListDto {
  items: StaffMemberDto[];
}
