import { Text } from '@tarojs/components';
import { formatYuan, type Fen } from '@yance/shared-types';

interface MoneyProps {
  fen: Fen;
  /** It may cost more: ¥368 起. */
  atLeast?: boolean;
  className?: string;
}

/** An amount of fen as people read it: ¥1,280. */
export function Money({ fen, atLeast = false, className = '' }: MoneyProps) {
  return (
    <Text className={`figures ${className}`}>
      ¥{formatYuan(fen)}
      {atLeast ? ' 起' : ''}
    </Text>
  );
}
