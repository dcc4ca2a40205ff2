import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './coupons.scss';

/** The face of a coupon: what it is worth on the left, what it says beside it. */
export function Ticket({
  value,
  unit,
  words,
  name,
  note,
  isSoon = false,
  isOver = false,
  children,
}: {
  value: string;
  unit: string;
  words: string;
  name: string;
  note: string;
  /** Ends within days. */
  isSoon?: boolean;
  isOver?: boolean;
  /** What can be done with it, below the words. */
  children?: ReactNode;
}) {
  return (
    <View className={`ticket${isOver ? ' ticket--over' : ''}`}>
      <View className="ticket__face">
        <View className={`figures ticket__value${value.length > 3 ? ' ticket__value--long' : ''}`}>
          {value}
        </View>
        {unit !== '' && <View className="ticket__unit">{unit}</View>}
      </View>
      <View className="ticket__body">
        <View className="ticket__words">{words}</View>
        <View className="note">{name}</View>
        <View className={`note figures${isSoon ? ' ticket__soon' : ''}`}>{note}</View>
        {children}
      </View>
    </View>
  );
}
