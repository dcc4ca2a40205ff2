import { placeholders, type Reader } from '../../../platform/database/index.js';
import type { Position, StaffGrade } from '../rules/member.js';

/** A person who works here, with what she is able to do. */
export interface StaffMember {
  readonly id: string;
  /** Name in the house's books. */
  readonly name: string;
  /** Name that clients see. */
  readonly displayName: string;
  readonly gender: 'female' | 'male' | 'unknown';
  readonly position: Position;
  readonly grade: StaffGrade;
  readonly title: string;
  readonly bio: string;
  readonly avatarUrl: string | null;
  readonly state: 'active' | 'left';
  /** Clients may pick her on the phone. */
  readonly onlineBookable: boolean;
  readonly skillIds: readonly string[];
  /** Last day of her health certificate; null for who has none. */
  readonly certifiedUntil: string | null;
}

export interface Skill {
  readonly id: string;
  readonly name: string;
}

interface MemberRow extends Omit<StaffMember, 'onlineBookable' | 'skillIds'> {
  readonly onlineBookable: number;
  readonly skillId: string | null;
}

const MEMBER_COLUMNS = `m.id, m.name, m.display_name AS displayName, m.gender, m.position, m.grade, m.title,
  m.bio, m.avatar_url AS avatarUrl, m.state, m.online_bookable AS onlineBookable, h.valid_until AS certifiedUntil,
  k.skill_id AS skillId`;
const CERTIFICATE = 'LEFT JOIN health_certificate h ON h.staff_id = m.id';

/** One row per person and skill, as the join gives them, becomes one person with her skills. */
function foldMembers(rows: readonly MemberRow[]): StaffMember[] {
  const members = new Map<string, { person: StaffMember; skillIds: string[] }>();
  for (const { skillId, ...row } of rows) {
    let known = members.get(row.id);
    if (!known) {
      const skillIds: string[] = [];
      known = { person: { ...row, onlineBookable: row.onlineBookable === 1, skillIds }, skillIds };
      members.set(row.id, known);
    }
    if (skillId !== null) known.skillIds.push(skillId);
  }
  return [...members.values()].map(({ person }) => person);
}

/** Everybody who works in a store now, longest-serving first, with skills. One round trip. */
export async function membersOfStore(reader: Reader, storeId: string): Promise<StaffMember[]> {
  const sql = `SELECT ${MEMBER_COLUMNS}
    FROM staff_store s
    JOIN staff_member m ON m.id = s.staff_id
    LEFT JOIN staff_skill k ON k.staff_id = m.id
    ${CERTIFICATE}
    WHERE s.store_id = ? AND m.state = 'active'
    ORDER BY m.created_at, m.id, k.skill_id`;
  return foldMembers(await reader.rows<MemberRow>(sql, [storeId]));
}

/** People by id, also those who left, with skills; unknown ids are left out. One round trip. */
export async function membersByIds(
  reader: Reader,
  staffIds: readonly string[],
): Promise<StaffMember[]> {
  if (staffIds.length === 0) return [];
  const sql = `SELECT ${MEMBER_COLUMNS}
    FROM staff_member m
    LEFT JOIN staff_skill k ON k.staff_id = m.id
    ${CERTIFICATE}
    WHERE m.id IN (${placeholders(staffIds)})
    ORDER BY m.created_at, m.id, k.skill_id`;
  return foldMembers(await reader.rows<MemberRow>(sql, staffIds));
}

/** The stores a person works in. One round trip. */
export async function storeIdsOf(reader: Reader, staffId: string): Promise<string[]> {
  const sql = 'SELECT store_id AS storeId FROM staff_store WHERE staff_id = ? ORDER BY store_id';
  return (await reader.rows<{ storeId: string }>(sql, [staffId])).map((row) => row.storeId);
}

/** The house's skills by name. */
export function allSkills(reader: Reader): Promise<Skill[]> {
  return reader.rows<Skill>('SELECT id, name FROM skill ORDER BY name');
}
