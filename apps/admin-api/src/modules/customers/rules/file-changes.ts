/** What of a file has a history. */
export const CHANGE_FIELDS = [
  'name',
  'gender',
  'birthday',
  'source',
  'homeStoreId',
  'ownNo',
  'consultantId',
  'referrer',
  'occupation',
  'email',
  'address',
  'wechatName',
  'brands',
  'scents',
  'pressure',
  'talk',
  'preferredStaffIds',
  'usualServiceIds',
  'tags',
  'phone',
  'contactChecked',
  'occasions',
  'links',
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** A file as a list of plain words, to be held against an older one. Empty where nothing is known. */
export type FileFacts = Readonly<Partial<Record<ChangeField, string>>>;

export interface FieldChange {
  readonly field: ChangeField;
  readonly from: string;
  readonly to: string;
  /** Where one was asked for. */
  readonly reason?: string | undefined;
}

/** What changed between two looks at a file, field by field. */
export function changesBetween(before: FileFacts, after: FileFacts): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as ChangeField[];
  return fields.flatMap((field) => {
    const [from, to] = [before[field] ?? '', after[field] ?? ''];
    return from === to ? [] : [{ field, from, to }];
  });
}
