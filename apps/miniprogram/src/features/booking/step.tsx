import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { hookOf } from '@/lib/hook';
import './booking.scss';

interface StepProps {
  id: string;
  number: number;
  title: string;
  aside?: string;
  children: ReactNode;
}

/** One of the four steps, all on the same scroll. */
export function Step({ id, number, title, aside, children }: StepProps) {
  return (
    <View className={`step ${hookOf(id)}`} id={id}>
      <View className="row step__head">
        <View className="step__number figures">{number}</View>
        <View className="section grow">{title}</View>
        {aside && <View className="note">{aside}</View>}
      </View>
      {children}
    </View>
  );
}
