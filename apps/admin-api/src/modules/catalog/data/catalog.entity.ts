import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConfirmPolicy, Grade, SegmentPosition } from '../rules/service-definition.js';

const ID = { type: 'char', length: 26, charset: 'ascii', collation: 'ascii_bin' } as const;
const WORD = { type: 'varchar', length: 24, charset: 'ascii', collation: 'ascii_bin' } as const;

@Entity('service_category')
export class ServiceCategoryEntity {
  @PrimaryColumn(ID) id: string;
  @Column({ type: 'varchar', length: 40 }) name: string;
  @Column({ type: 'smallint', unsigned: true }) sort: number;
}

@Entity('service')
export class ServiceEntity {
  @PrimaryColumn(ID) id: string;
  @Column({ ...ID, name: 'category_id' }) categoryId: string;
  @Column({ type: 'varchar', length: 60 }) name: string;
  @Column({ type: 'varchar', length: 1000 }) description: string;
  @Column({ name: 'price_fen', type: 'int', unsigned: true }) priceFen: number;
  @Column({ name: 'member_price_fen', type: 'int', unsigned: true, nullable: true })
  memberPriceFen: number | null;
  @Column({ name: 'online_bookable', type: 'tinyint' }) onlineBookable: boolean;
  @Column({ ...WORD, name: 'confirm_policy' }) confirmPolicy: ConfirmPolicy;
  @Column({ name: 'buffer_before_minutes', type: 'smallint', unsigned: true })
  bufferBeforeMinutes: number;
  @Column({ name: 'buffer_after_minutes', type: 'smallint', unsigned: true })
  bufferAfterMinutes: number;
  @Column({ type: 'smallint', unsigned: true }) sort: number;
  @Column({ name: 'image_url', type: 'varchar', length: 300, nullable: true }) imageUrl:
    | string
    | null;
  @Column(WORD) state: 'active' | 'retired';
}

@Entity('service_segment')
export class ServiceSegmentEntity {
  @PrimaryColumn({ ...ID, name: 'service_id' }) serviceId: string;
  @PrimaryColumn({ type: 'tinyint', unsigned: true }) seq: number;
  @Column(WORD) kind: 'hands_on' | 'processing';
  @Column({ type: 'smallint', unsigned: true }) minutes: number;
  @Column({ type: 'varchar', length: 40 }) label: string;
  @Column({ ...WORD, nullable: true }) position: SegmentPosition | null;
  @Column({ ...ID, name: 'skill_id', nullable: true }) skillId: string | null;
  @Column({ ...WORD, name: 'room_kind', nullable: true }) roomKind: string | null;
  @Column({ ...WORD, name: 'device_kind', nullable: true }) deviceKind: string | null;
  @Column({ name: 'keeps_room', type: 'tinyint' }) keepsRoom: boolean;
}

@Entity('service_store')
export class ServiceStoreEntity {
  @PrimaryColumn({ ...ID, name: 'service_id' }) serviceId: string;
  @PrimaryColumn({ ...ID, name: 'store_id' }) storeId: string;
}

@Entity('service_grade_price')
export class ServiceGradePriceEntity {
  @PrimaryColumn({ ...ID, name: 'service_id' }) serviceId: string;
  @PrimaryColumn(WORD) grade: Grade;
  @Column({ name: 'price_fen', type: 'int', unsigned: true }) priceFen: number;
}
