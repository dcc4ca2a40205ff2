import { View } from '@tarojs/components';
import './care.scss';

/** A part of a record under its name; nothing where it says nothing. */
export function Part({ name, children }: { name: string; children: string }) {
  if (children === '') return null;
  return (
    <View className="care-part">
      <View className="care-part__name">{name}</View>
      <View className="care-words">{children}</View>
    </View>
  );
}
