import { refuseField } from '../../../platform/errors/index.js';
import type { ConsentProof } from './consent-types.js';

/** A whole signature is smaller than this; a picture of it would not be. */
const MOST_CHARACTERS = 64 * 1024;
const LEAST_POINTS = 4;

/** A proof as it is sealed. @throws Refusal INVALID_INPUT when nothing was drawn, or too much */
export function textOfProof(proof: ConsentProof): string {
  const text = JSON.stringify(proof);
  const points = proof.signature?.strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0);
  if (points !== undefined && points < LEAST_POINTS) refuseField('signature', '请签上您的名字');
  if (text.length > MOST_CHARACTERS) refuseField('signature', '签名太复杂了，请重新签一次');
  return text;
}
