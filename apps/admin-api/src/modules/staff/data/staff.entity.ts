import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Position, StaffGrade } from '../rules/member.js';

const ID = { type: 'char', length: 26, charset: 'ascii', collation: 'ascii_bin' } as const;
const WORD = { type: 'varchar', length: 24, charset: 'ascii', collation: 'ascii_bin' } as const;

@Entity('skill')
export class SkillEntity {
  @PrimaryColumn(ID) id: string;
  @Column({ type: 'varchar', length: 40 }) name: string;
}

@Entity('staff_member')
export class StaffMemberEntity {
  @PrimaryColumn(ID) id: string;
  @Column({ type: 'varchar', length: 40 }) name: string;
  @Column({ name: 'display_name', type: 'varchar', length: 40 }) displayName: string;
  @Column(WORD) gender: 'female' | 'male' | 'unknown';
  @Column(WORD) position: Position;
  @Column(WORD) grade: StaffGrade;
  @Column({ type: 'varchar', length: 40 }) title: string;
  @Column({ type: 'varchar', length: 500 }) bio: string;
  @Column({ name: 'avatar_url', type: 'varchar', length: 300, nullable: true }) avatarUrl:
    | string
    | null;
  @Column(WORD) state: 'active' | 'left';
  @Column({ name: 'online_bookable', type: 'tinyint' }) onlineBookable: boolean;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
}

@Entity('staff_store')
export class StaffStoreEntity {
  @PrimaryColumn({ ...ID, name: 'staff_id' }) staffId: string;
  @PrimaryColumn({ ...ID, name: 'store_id' }) storeId: string;
}

@Entity('staff_skill')
export class StaffSkillEntity {
  @PrimaryColumn({ ...ID, name: 'staff_id' }) staffId: string;
  @PrimaryColumn({ ...ID, name: 'skill_id' }) skillId: string;
}
