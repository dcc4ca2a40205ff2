import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { StoreView } from '@/api/types';
import { Tap } from '@/components/tap';
import { hoursWords, todayWords } from './hours';
import { platform } from '@/platform';
import './store-card.scss';

/** Where the store is, when it is open, how to reach it. */
export function StoreCard({ store }: { store: StoreView }) {
  return (
    <View className="card store-card" id={`store-card-${store.id}`}>
      <View className="row">
        <View className="section grow">{store.name}</View>
        <View className={`note figures${store.openToday ? ' store-card__open' : ''}`}>
          {todayWords(store.openToday)}
        </View>
      </View>
      <View className="note">{store.address}</View>
      {hoursWords(store.hours).map((line) => (
        <View key={line} className="note figures">
          {line}
        </View>
      ))}
      <StoreActions store={store} />
    </View>
  );
}

/** The ways to a store; what else there is beside them. */
export function StoreActions({ store, children }: { store: StoreView; children?: ReactNode }) {
  return (
    <View className="row store-actions">
      <Tap
        className="store-action store-action--phone"
        label={`致电 ${store.name}`}
        onTap={() => void platform.callPhone(store.phone)}
      >
        电话
      </Tap>
      <Tap
        className="store-action store-action--map"
        label={`导航到 ${store.name}`}
        onTap={() => void platform.openMap(store)}
      >
        导航
      </Tap>
      {children}
    </View>
  );
}
