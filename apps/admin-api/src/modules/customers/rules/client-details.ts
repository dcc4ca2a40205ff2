/** How firmly she likes to be touched. */
export const PRESSURES = ['light', 'medium', 'firm'] as const;
export type Pressure = (typeof PRESSURES)[number];

/** Whether she likes to talk during a treatment. */
export const TALKS = ['quiet', 'either', 'talkative'] as const;
export type Talk = (typeof TALKS)[number];

/** What a client told of herself; it lies sealed under her key. Empty where nobody asked. */
export interface ClientDetails {
  readonly occupation: string;
  readonly email: string;
  /** The area she lives in, as far as she said. */
  readonly address: string;
  readonly wechatName: string;
  /** Product brands she likes or does not. */
  readonly brands: string;
  readonly scents: string;
  readonly pressure: Pressure | null;
  readonly talk: Talk | null;
}

/** Characters that a detail may have. */
export const DETAIL_LENGTHS = {
  ...{ occupation: 40, email: 100, address: 100, wechatName: 40, brands: 200, scents: 100 },
} as const;

/**
 * The salon's own number of her: letters and digits, hers alone. Not her phone, for it lies in the clear, and not YC with
 * digits, by which everybody means the number that the system gave, maybe to somebody else.
 */
export const OWN_NO = /^(?!1[3-9]\d-?\d{4}-?\d{4}$|[Yy][Cc]\d+$)[0-9A-Za-z][0-9A-Za-z_-]{0,23}$/;

export const isEmail = (text: string): boolean =>
  text.length <= DETAIL_LENGTHS.email && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** The details by which she is reached: masked like a phone for everybody, whole only to who says why. */
export const CONTACT_DETAILS = ['email', 'address', 'wechatName'] as const;
export type ContactDetail = (typeof CONTACT_DETAILS)[number];

export const CONTACT_NAMES: Readonly<Record<ContactDetail, string>> = {
  ...{ email: '邮箱', address: '居住区域', wechatName: '微信名' },
};

/** Characters of an address that show; they name a district at most. */
const SHOWN_OF_ADDRESS = 3;

/** What is shown of a detail by which she is reached: enough to know it again, and always as many stars. */
export function maskedContact(detail: ContactDetail, text: string): string {
  if (text === '') return '';
  const letters = [...text];
  const first = letters[0] ?? '';
  if (detail === 'email') return `${first}***${text.slice(text.lastIndexOf('@'))}`;
  if (detail === 'wechatName') return `${first}***`;
  const shown = Math.min(SHOWN_OF_ADDRESS, Math.floor(letters.length / 2));
  return `${letters.slice(0, shown).join('')}***`;
}

export const NO_DETAILS: ClientDetails = {
  ...{ occupation: '', email: '', address: '', wechatName: '', brands: '', scents: '' },
  ...{ pressure: null, talk: null },
};

/** What a change sets; the rest stays. Spaces around texts go. */
export function changedDetails(
  before: ClientDetails,
  change: Partial<ClientDetails>,
): ClientDetails {
  const told = Object.entries(change).filter(([, value]) => value !== undefined);
  const clean = told.map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return { ...before, ...(Object.fromEntries(clean) as Partial<ClientDetails>) };
}
