import { View } from '@tarojs/components';
import { useState } from 'react';
import type { StoreView } from '@/api/types';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { draft } from './booking-store';

/** Which store: a quiet line while there is one, a choice where there are several. */
export function StorePicker({ stores, store }: { stores: StoreView[]; store: StoreView }) {
  const [open, setOpen] = useState(false);
  if (stores.length < 2) return <View className="note store-line">{store.name}</View>;
  return (
    <>
      <Tap
        id="store-picker"
        className="row store-pick"
        label={`门店 ${store.name}，点按更换`}
        onTap={() => setOpen(true)}
      >
        <View className="grow">
          <View className="store-pick__name ellipsis">{store.name}</View>
          <View className="note ellipsis">{store.address}</View>
        </View>
        <View className="store-pick__change">换一家</View>
      </Tap>
      {open && (
        <Sheet id="store-sheet" title="选择门店" onClose={() => setOpen(false)}>
          {stores.map((one) => (
            <Tap
              key={one.id}
              id={`store-${one.id}`}
              className="store-option"
              selected={one.id === store.id}
              onTap={() => {
                draft.chooseStore(one.id);
                setOpen(false);
              }}
            >
              <View className="store-pick__name">{one.name}</View>
              <View className="note">{one.address}</View>
            </Tap>
          ))}
        </Sheet>
      )}
    </>
  );
}
