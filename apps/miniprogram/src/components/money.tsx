import { Text } from '@tarojs/components';
import { formatYuan, type Fen } from '@yance/shared-types';

/** An amount of fen as people read it: ¥1,280. */
export function Money({ fen, className = '' }: { fen: Fen; className?: string }) {
  return <Text className={`figures ${className}`}>¥{formatYuan(fen)}</Text>;
}
