import type { ClientTag, TagColor } from '../api/contract';
import type { Tone } from './amount';

/** The tone in which a group's tags are shown. Gold stays with stored value, alarm with what is dangerous. */
export const TAG_TONES: Readonly<Record<TagColor, Tone>> = {
  brand: 'brand',
  leaf: 'leaf',
  amber: 'amber',
  ink: 'quiet',
};

export const TAG_COLOR_WORDS: Readonly<Record<TagColor, string>> = {
  brand: '豆沙',
  leaf: '叶绿',
  amber: '琥珀',
  ink: '素灰',
};

/** A tag as it is read: one that a rule keeps says so, because no hand takes it off. */
export const tagWords = ({ name, keptBy }: Pick<ClientTag, 'name' | 'keptBy'>): string =>
  keptBy === 'rule' ? `${name} · 自动` : name;
