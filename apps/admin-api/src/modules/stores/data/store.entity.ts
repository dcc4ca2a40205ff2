import { Column, Entity, PrimaryColumn } from 'typeorm';

const ID = { type: 'char', length: 26, charset: 'ascii', collation: 'ascii_bin' } as const;
const WORD = { type: 'varchar', length: 24, charset: 'ascii', collation: 'ascii_bin' } as const;

/** The salon as its clients know it. There is one. */
@Entity('brand')
export class BrandEntity {
  @PrimaryColumn(ID) id: string;
  @Column({ type: 'varchar', length: 60 }) name: string;
  @Column({ type: 'varchar', length: 120 }) slogan: string;
  @Column({ type: 'varchar', length: 1000 }) story: string;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
}

@Entity('store')
export class StoreEntity {
  @PrimaryColumn(ID) id: string;
  @Column({ type: 'varchar', length: 60 }) name: string;
  @Column({ name: 'short_name', type: 'varchar', length: 20 }) shortName: string;
  @Column({ type: 'varchar', length: 200 }) address: string;
  @Column({ type: 'varchar', length: 20 }) phone: string;
  @Column({ type: 'decimal', precision: 9, scale: 6 }) latitude: number;
  @Column({ type: 'decimal', precision: 9, scale: 6 }) longitude: number;
  @Column({ ...WORD, name: 'time_zone', length: 40 }) timeZone: string;
  @Column(WORD) state: 'open' | 'paused';
  @Column({ name: 'slot_step_minutes', type: 'smallint', unsigned: true }) slotStepMinutes: number;
  @Column({ name: 'lead_minutes', type: 'smallint', unsigned: true }) leadMinutes: number;
  @Column({ name: 'horizon_days', type: 'smallint', unsigned: true }) horizonDays: number;
  @Column({ name: 'max_wait_minutes', type: 'smallint', unsigned: true }) maxWaitMinutes: number;
  @Column({ name: 'max_open_visits', type: 'smallint', unsigned: true }) maxOpenVisits: number;
  @Column({ name: 'phone_required', type: 'tinyint' }) phoneRequired: boolean;
  @Column({ name: 'free_cancel_hours', type: 'smallint', unsigned: true }) freeCancelHours: number;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
}

@Entity('store_hours')
export class StoreHoursEntity {
  @PrimaryColumn({ ...ID, name: 'store_id' }) storeId: string;
  @PrimaryColumn({ type: 'tinyint', unsigned: true }) weekday: number;
  @Column({ name: 'opens_minute', type: 'smallint', unsigned: true }) opensMinute: number;
  @Column({ name: 'closes_minute', type: 'smallint', unsigned: true }) closesMinute: number;
}

@Entity('store_closure')
export class StoreClosureEntity {
  @PrimaryColumn({ ...ID, name: 'store_id' }) storeId: string;
  @PrimaryColumn({ type: 'date' }) date: string;
  @Column({ type: 'varchar', length: 120 }) reason: string;
}
