import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { hookOf } from '@/lib/hook';
import { Overlay } from '@/platform';
import { Tap } from './tap';
import './sheet.scss';

interface SheetProps {
  id: string;
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** Rises from the bottom over the page; a tap outside closes it. */
export function Sheet({ id, title, onClose, children }: SheetProps) {
  return (
    <Overlay>
      <View className={`sheet ${hookOf(id)}`} id={id} role="dialog" aria-label={title}>
        <View className="sheet__shade" catchMove onClick={onClose} />
        <View className="sheet__panel">
          <View className="row sheet__head">
            <View className="section grow">{title}</View>
            <Tap id={`${id}-close`} className="sheet__close" label="关闭" onTap={onClose}>
              关闭
            </Tap>
          </View>
          {children}
        </View>
      </View>
    </Overlay>
  );
}
