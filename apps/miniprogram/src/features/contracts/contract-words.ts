import type { ContractLine } from '@/api/types';

export const CONTRACT_STATE_WORDS: Readonly<Record<ContractLine['state'], string>> = {
  unsigned: '待签名',
  signed: '已签名',
  on_paper: '纸质签署',
};

export const CONTRACT_TONES: Readonly<Record<ContractLine['state'], 'amber' | 'leaf' | 'quiet'>> = {
  unsigned: 'amber',
  signed: 'leaf',
  on_paper: 'quiet',
};
