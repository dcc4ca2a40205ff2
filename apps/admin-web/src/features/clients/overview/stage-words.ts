import type { ClientStanding } from '../../../shared/api/contract';
import type { Tone } from '../../../shared/ui/amount';

type Stage = ClientStanding['stage'];

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  prospect: '潜在',
  new: '新客',
  active: '活跃',
  sleeping: '沉睡',
  lost: '流失',
};

export const STAGE_TONES: Readonly<Record<Stage, Tone>> = {
  prospect: 'quiet',
  new: 'brand',
  active: 'leaf',
  sleeping: 'amber',
  lost: 'quiet',
};
