import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { CareFinding, StoreView } from '@/api/types';
import { Tap } from '@/components/tap';
import { platform } from '@/platform';
import { draft } from './booking-store';
import { hintOf } from './care-hint-words';
import type { Booking } from './use-booking';

/** Said under a service that was chosen: it needs a word first. Why is between her and her therapist. */
export function CareHint({ booking, serviceId }: { booking: Booking; serviceId: string }) {
  const { care, store } = booking;
  const about = care.filter((finding) => finding.serviceId === serviceId);
  const hint = hintOf(about);
  if (!hint || !store) return null;
  if (!hint.stops)
    return <View className="alert care-hint t-care-note">{hint.lines.join('；')}。</View>;
  return (
    <View className="alert care-hint t-care-hint" role="alert">
      <View className="section">先和我们说一声</View>
      <View>{hint.lines.join('；')}。</View>
      <View>打个电话聊两句，我们帮您安排合适的做法；也可以先换一个项目。</View>
      <WaysOn store={store} findings={about} />
    </View>
  );
}

/** What she can do when a service is not for her now: ring, or choose another one. */
export function WaysOn({
  store,
  findings,
}: {
  store: StoreView;
  findings: readonly CareFinding[];
}) {
  const stopped = findings.flatMap(({ severity, serviceId }) =>
    severity === 'hard' && serviceId !== null ? [serviceId] : [],
  );
  const change = () => {
    draft.dropServices(stopped);
    void Taro.pageScrollTo({ selector: '#step-services', duration: 250 });
  };
  return (
    <View className="alternatives">
      <Call store={store} />
      <Tap id="care-change" className="alternative" onTap={change}>
        换一个项目
      </Tap>
    </View>
  );
}

function Call({ store }: { store: StoreView }) {
  return (
    <Tap
      id="care-call"
      className="alternative"
      label={`致电 ${store.name}`}
      onTap={() => void platform.callPhone(store.phone)}
    >
      打电话给门店
    </Tap>
  );
}

/** The one way on where a store takes bookings by phone only. */
export function CallStore({ store }: { store: StoreView }) {
  return (
    <View className="alternatives">
      <Call store={store} />
    </View>
  );
}
