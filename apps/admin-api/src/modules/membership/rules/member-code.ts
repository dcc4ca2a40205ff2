import { createHmac, timingSafeEqual } from 'node:crypto';

/** A card as its code is made of: its number, and how many codes of it were used before. */
export interface CardTurn {
  readonly cardNo: number;
  readonly turn: number;
}

/** How long a code is shown. One that is a step old still works: reading and typing takes time. */
export const CODE_STEP_MS = 60_000;
const STEPS_BACK = 1;

const PROOF_DIGITS = 6;
const CARD_DIGITS = 6;
/** Digits as a person or a scanner gives them, with the spaces in which they are shown. */
const TYPED = /^\d{12,19}$/;

function proofOf(key: Buffer, { cardNo, turn }: CardTurn, step: number): string {
  const digest = createHmac('sha256', key).update(`${cardNo}.${turn}.${step}`).digest();
  const number = digest.readUInt32BE(0) % 10 ** PROOF_DIGITS;
  return String(number).padStart(PROOF_DIGITS, '0');
}

const stepOf = (now: Date): number => Math.floor(now.getTime() / CODE_STEP_MS);

/** The code that the phone shows now: the card's number and six digits that only we can make. */
export function memberCode(key: Buffer, card: CardTurn, now: Date): string {
  const number = String(card.cardNo).padStart(CARD_DIGITS, '0');
  return number + proofOf(key, card, stepOf(now));
}

/** When the code shown now gives way to the next. */
export function codeShownUntil(now: Date): Date {
  return new Date((stepOf(now) + 1) * CODE_STEP_MS);
}

/** The parts of what was scanned or typed; undefined when it cannot be a code. */
export function readMemberCode(text: string): { cardNo: number; proof: string } | undefined {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!TYPED.test(digits)) return undefined;
  const cardNo = Number(digits.slice(0, -PROOF_DIGITS));
  return Number.isSafeInteger(cardNo) ? { cardNo, proof: digits.slice(-PROOF_DIGITS) } : undefined;
}

/** Whether the proof is that of this card, now or a step ago. A code that was used is none any more: the turn moved on. */
export function isProofOf(key: Buffer, card: CardTurn, proof: string, now: Date): boolean {
  const given = Buffer.from(proof, 'latin1');
  let right = false;
  for (let back = 0; back <= STEPS_BACK; back += 1) {
    const wanted = Buffer.from(proofOf(key, card, stepOf(now) - back), 'latin1');
    // No early end: how long it takes says nothing about the digits.
    right = (given.length === wanted.length && timingSafeEqual(given, wanted)) || right;
  }
  return right;
}
