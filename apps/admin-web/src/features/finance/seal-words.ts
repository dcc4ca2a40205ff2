import type { Seal } from '../../shared/api/contract';
import { clockOf, dateOf, momentLabel } from '../../shared/format/time';
import type { Tone } from '../../shared/ui/amount';

const EXPORTED: Readonly<Record<Seal['exported'], string>> = {
  found: '留底一致',
  missing: '留底文件里没有',
  different: '与留底文件不符',
};

/** All that can be said of a seal at a glance: good only when every part of it is. */
export function sealTag(seal: Seal): { tone: Tone; word: string } {
  const faults = [
    ...(seal.signatureOk ? [] : ['签名不对']),
    ...(seal.chained ? [] : ['没有接在上一号之后']),
    ...(seal.exported === 'found' ? [] : [EXPORTED[seal.exported]]),
  ];
  return faults.length === 0
    ? { tone: 'leaf', word: '签名正确，留底一致' }
    : { tone: 'alarm', word: faults.join('，') };
}

/** `11月22日 10:00–11:00`; the first seal covers everything before its end. */
export function sealWindow({ from, to }: Pick<Seal, 'from' | 'to'>): string {
  if (from === null) return `${momentLabel(to)} 以前`;
  const end = dateOf(from) === dateOf(to) ? clockOf(to) : momentLabel(to);
  return `${momentLabel(from)}–${end}`;
}
