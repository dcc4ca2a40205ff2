/**
 * What a file may be asked to say. The place in this list is the bit of `customer.filled`: names are added at the end
 * and never taken out.
 */
export const FILE_FIELDS = [
  'phone',
  'gender',
  'birthday',
  'homeStoreId',
  'consultantId',
  'referrerId',
  'occupation',
  'email',
  'address',
  'wechatName',
  'preferredStaffIds',
  'usualServiceIds',
  'pressure',
  'talk',
  'scents',
  'brands',
  'tags',
  'occasions',
] as const;
export type FileField = (typeof FILE_FIELDS)[number];

/** What may be asked for while a file is opened: more than that nobody types with a client standing there. */
export const CREATION_FIELDS = ['phone', 'gender', 'birthday', 'source'] as const;
export type CreationField = (typeof CREATION_FIELDS)[number];

/** Months after which contact data is looked at again, at most. */
export const MOST_MONTHS = 60;

/** What the manager wants to know of every client. */
export interface FilePolicy {
  /** 1 as the house comes; grows with each change. */
  readonly version: number;
  readonly atCreation: readonly CreationField[];
  /** A file that says all of these is complete. */
  readonly wanted: readonly FileField[];
  /** Null where nobody is reminded. */
  readonly verifyMonths: number | null;
}

export const DEFAULT_POLICY: FilePolicy = {
  version: 1,
  atCreation: [],
  wanted: ['phone', 'gender', 'birthday', 'homeStoreId', 'consultantId'],
  verifyMonths: 12,
};

/** The bits of some fields. */
export const bitsOf = (fields: readonly FileField[]): number =>
  fields.reduce((bits, field) => bits + 2 ** FILE_FIELDS.indexOf(field), 0);

const hasBit = (bits: number, field: FileField): boolean =>
  Math.floor(bits / 2 ** FILE_FIELDS.indexOf(field)) % 2 === 1;

/** What of the wanted a file does not say, in the order in which it is wanted. */
export const missingOf = (filled: number, { wanted }: Pick<FilePolicy, 'wanted'>): FileField[] =>
  wanted.filter((field) => !hasBit(filled, field));

/** How much of the wanted a file says, in whole percent, rounded down; all of it where nothing is wanted. */
export function percentOf(filled: number, policy: Pick<FilePolicy, 'wanted'>): number {
  const all = policy.wanted.length;
  return all === 0 ? 100 : Math.floor((100 * (all - missingOf(filled, policy).length)) / all);
}

/** What somebody says of a client while opening her file. */
export interface CreationDraft {
  readonly phone?: string;
  readonly gender?: string;
  readonly birthday?: string | null;
  readonly source?: string;
}

/** What the policy asks for and a new file does not say. */
export function missingAtCreation(
  { atCreation }: Pick<FilePolicy, 'atCreation'>,
  draft: CreationDraft,
): CreationField[] {
  return atCreation.filter((field) => {
    const value = draft[field]?.trim() ?? '';
    return value === '' || (field === 'gender' && value === 'unknown');
  });
}
