/** What a client agrees to, each by itself and never bundled (PIPL 29). */
export const CONSENT_KINDS = ['health', 'photos', 'privacy'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];
/** A consent, or the risk notice of a service. */
export const TEXT_KINDS = [...CONSENT_KINDS, 'notice'] as const;
export type ConsentTextKind = (typeof TEXT_KINDS)[number];

/** As staff call them. */
export const CONSENT_TEXT_NAMES: Readonly<Record<ConsentTextKind, string>> = {
  ...{ health: '健康信息', photos: '护理照片', privacy: '个人信息告知', notice: '风险告知书' },
};

/** On her phone, signed on the salon's screen, on a paper that the salon keeps, or said again when files were joined. */
export type ConsentWay = 'phone' | 'screen' | 'paper' | 'merge';

/** A version of the words; it never changes. */
export interface ConsentText {
  readonly id: string;
  readonly kind: ConsentTextKind;
  /** The service of a risk notice. */
  readonly serviceId: string | null;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  /** False for a notice that the service does not ask for any more. */
  readonly required: boolean;
  /** Below this age, in years, a guardian signs. */
  readonly guardianBelow: number;
  readonly createdAt: Date;
}

/** Something that a client gave or withdrew. */
export interface ConsentAct {
  readonly id: string;
  readonly customerId: string;
  readonly kind: ConsentTextKind;
  readonly textId: string;
  readonly version: number;
  readonly title: string;
  readonly serviceId: string | null;
  readonly act: 'given' | 'withdrawn';
  readonly way: ConsentWay;
  readonly byKind: 'client' | 'staff' | 'system';
  readonly byName: string;
  readonly proofSealed: Buffer | null;
  readonly at: Date;
}

/** Who agrees for a client who is too young. */
export interface Guardian {
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
}

/** What proves a consent; sealed under the client's own key. */
export interface ConsentProof {
  readonly signature?: {
    readonly width: number;
    readonly height: number;
    readonly strokes: readonly (readonly number[])[];
  };
  /** Number of the paper that the salon keeps. */
  readonly paperNo?: string;
  readonly guardian?: Guardian;
  /** Where her birthday is not known: how somebody at the salon knows that she is of age. */
  readonly ofAgeReason?: string;
}
