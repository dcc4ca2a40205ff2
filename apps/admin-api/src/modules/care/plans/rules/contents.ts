/** A service of a plan with how often and how far apart. */
export interface PlanLine {
  readonly lineId: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly products: readonly { readonly productId: string; readonly name: string }[];
  readonly times: number;
  /** Days between two visits, at least and at most. */
  readonly minDays: number;
  readonly maxDays: number;
  /** The day of its first visit, YYYY-MM-DD. */
  readonly firstOn: string;
}

/** What a version of a plan says. Kept sealed. Its words tell of her health; what is to be done, and when, is agreed with her. */
export interface PlanContents {
  readonly goal: string;
  readonly problems: string;
  readonly homeCare: string;
  readonly lines: readonly PlanLine[];
  /** Why the version before it was changed; empty in a first one. */
  readonly reason: string;
}

/** Once she took her consent to health data back: what is to be done, and no word of why. */
export const withoutHealth = (contents: PlanContents): PlanContents => ({
  ...{ ...contents, goal: '', problems: '', homeCare: '', reason: '' },
});
