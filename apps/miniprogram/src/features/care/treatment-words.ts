import type { TreatmentView } from '@/api/types';

type Done = TreatmentView['done'][number];
type Product = TreatmentView['products'][number];

/** `温度 38℃，能量 12J`; empty where nothing was measured. */
export const parameterWords = ({ parameters }: Done): string =>
  parameters.map(({ name, value, unit }) => `${name} ${value}${unit}`).join('，');

/** `舒缓精华 2.5ml`. */
export const productWords = ({ name, amount, unit }: Product): string =>
  amount === null ? name : `${name} ${amount}${unit}`;

/** The services in one line. */
export const doneWords = ({ done }: TreatmentView): string =>
  done.map(({ serviceName }) => serviceName).join('、');
