/** What the journal says of a contract. Hashes in hex. */
export interface JournalProof {
  readonly contractId?: unknown;
  readonly contractHash?: unknown;
  readonly signatureHash?: unknown;
}

/** A contract as its row has it now. Hashes in hex, made anew from what stands there. */
export interface ContractFacts {
  readonly id: string;
  readonly bodyHash: string;
  readonly signatureHash: string | null;
}

/** For an entry of the journal: what a contract and its signature must stay. */
export const proofOf = ({ id, bodyHash, signatureHash }: ContractFacts) => ({
  ...{ contractId: id, contractHash: bodyHash },
  ...(signatureHash === null ? {} : { signatureHash }),
});

/**
 * Whether a contract still is what the journal says of it.
 * @param credited of the entry that credited its sale; nothing while it is not paid
 * @param signed of the entry that noted a later signature; nothing where there was none
 */
export function isAsProved(
  facts: ContractFacts,
  credited: JournalProof | undefined,
  signed: JournalProof | undefined,
): boolean {
  for (const proof of [credited, signed]) {
    if (proof?.contractHash === undefined) continue;
    if (proof.contractId !== facts.id || proof.contractHash !== facts.bodyHash) return false;
  }
  // Sales from before there were proofs say nothing of signatures.
  if (credited?.contractHash === undefined) return true;
  const proved = signed?.signatureHash ?? credited.signatureHash ?? null;
  return proved === facts.signatureHash;
}
