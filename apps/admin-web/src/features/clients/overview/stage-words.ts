import type { ClientStanding } from '../../../shared/api/contract';
import type { Tone } from '../../../shared/ui/amount';

type Stage = ClientStanding['stage'];

export const STAGE_TONES: Readonly<Record<Stage, Tone>> = {
  prospect: 'quiet',
  new: 'brand',
  active: 'leaf',
  sleeping: 'amber',
  lost: 'quiet',
};
