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

/** The details by which she is reached; shown like a phone, only to those who may reveal one. */
export const CONTACT_DETAILS = ['email', 'address', 'wechatName'] as const;

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
