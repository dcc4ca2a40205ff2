import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tap } from './tap';
import './line-row.scss';

/** A fact with its name on the left. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="fact">
      <View className="fact__name">{name}</View>
      <View className="fact__value">{children}</View>
    </View>
  );
}

interface LinkRowProps {
  id: string;
  title: string;
  value?: string;
  onTap(): void;
}

/** A row that leads somewhere. */
export function LinkRow({ id, title, value = '', onTap }: LinkRowProps) {
  return (
    <Tap id={id} className="link-row" label={`${title} ${value}`} onTap={onTap}>
      <View className="link-row__title">{title}</View>
      <View className="link-row__value ellipsis">{value}</View>
      <View className="chevron" />
    </Tap>
  );
}
