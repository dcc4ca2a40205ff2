import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useWaitingUses } from '@/api/packages';
import type { SessionUseView } from '@/api/types';
import { LinkRow } from '@/components/line-row';
import { UseAnswer } from '@/features/packages/use-answer';
import { historyTime } from '@/features/visits/visit-words';
import { routes } from '@/routes';

/** What a visit took of her cards, until she has said that it is right or that it is not. */
export function UseStrip() {
  const waiting = useWaitingUses();
  const [latest, ...more] = waiting.data ?? [];
  if (!latest) return null;
  return <Waiting use={latest} more={more.length} />;
}

function Waiting({ use, more }: { use: SessionUseView; more: number }) {
  const open = () => void Taro.navigateTo({ url: routes.card(use.packageId) });
  return (
    <View className="card" id="home-use">
      <LinkRow id="home-use-card" title={`已扣 1 次：${use.title}`} onTap={open} />
      <View className="note figures">
        {use.packageName} · {historyTime(use.at)} · {use.storeName}
      </View>
      {more > 0 && <View className="note">另有 {more} 次待您核对</View>}
      <UseAnswer use={use} />
    </View>
  );
}
