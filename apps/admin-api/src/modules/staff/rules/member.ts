export const POSITIONS = [
  'therapist',
  'stylist',
  'colourist',
  'assistant',
  'consultant',
  'front_desk',
  'manager',
  'marketing',
  'finance',
  'owner',
] as const;
/** What a person is employed as. What she may see and do in the system are her roles, which identity keeps. */
export type Position = (typeof POSITIONS)[number];

/** From the newest to the most sought-after; prices may depend on it. */
export const STAFF_GRADES = ['junior', 'senior', 'expert', 'director'] as const;
export type StaffGrade = (typeof STAFF_GRADES)[number];

/** What one step of a service asks of the person who does it. */
export interface WorkNeed {
  readonly position: Position;
  /** Null when the position alone is enough. */
  readonly skillId: string | null;
}

/** True when a person holds the position and, where one is asked for, the skill. Grade never matters here. */
export function canDo(
  person: { readonly position: Position; readonly skillIds: readonly string[] },
  need: WorkNeed,
): boolean {
  if (person.position !== need.position) return false;
  return need.skillId === null || person.skillIds.includes(need.skillId);
}
