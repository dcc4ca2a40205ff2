/** A file, other than the client's own, that the proven phone stands on. */
export interface BindingCandidate {
  readonly id: string;
  /** Another WeChat account of this mini-program already uses it. */
  readonly tied: boolean;
}

export interface BindingSituation {
  readonly own: { readonly hasAnyPhone: boolean; readonly hasThisPhone: boolean };
  readonly others: readonly BindingCandidate[];
  /** What the client answered when she was asked: a file of hers, or `new` for none of them. */
  readonly choice?: string;
}

export type BindingPlan =
  /** The phone goes onto, or stays on, her own file. */
  | { readonly do: 'keep-own' }
  /** Her own file is joined to this one. */
  | { readonly do: 'join'; readonly customerId: string }
  /** Several files: she must say which is hers. */
  | { readonly do: 'ask'; readonly customerIds: readonly string[] }
  /** All such files belong to other WeChat accounts. */
  | { readonly do: 'refuse-tied' }
  /** The chosen file is not, or no longer, one she may choose. */
  | { readonly do: 'refuse-choice' };

/**
 * What proving a phone does to the client's file.
 *
 * Only a file without any phone, as the first sign-in makes it, is joined to another: it is not known yet whose it is.
 * A file that another WeChat account uses is never handed over, however the phone was proven: mainland carriers give
 * numbers out again, and both proofs only show who holds the number today. She may go on with a file of her own, and
 * the desk can join the two when it knows her.
 */
export function planPhoneBinding({ own, others, choice }: BindingSituation): BindingPlan {
  if (own.hasThisPhone || own.hasAnyPhone || others.length === 0 || choice === 'new') {
    return { do: 'keep-own' };
  }
  const free = others.filter((file) => !file.tied).map((file) => file.id);
  if (choice !== undefined) {
    return free.includes(choice) ? { do: 'join', customerId: choice } : { do: 'refuse-choice' };
  }
  const [only] = free;
  if (only === undefined) return { do: 'refuse-tied' };
  return others.length === 1 ? { do: 'join', customerId: only } : { do: 'ask', customerIds: free };
}
