import { View } from '@tarojs/components';
import type { RedemptionView } from '@/api/types';
import { codeWords } from './points-words';

/** What waits in a store, with the code that the desk asks for. */
export function PickUp({ redemption }: { redemption: RedemptionView }) {
  const { name, points, storeName, pickUpCode } = redemption;
  return (
    <View className="pick-up">
      <View className="row">
        <View className="grow pick-up__name">{name}</View>
        <View className="note figures">{points} 分</View>
      </View>
      {pickUpCode !== null && (
        <View className="figures pick-up__code t-pick-up" data-code>
          {codeWords(pickUpCode)}
        </View>
      )}
      <View className="note">到{storeName}时，把领取码给前台看</View>
    </View>
  );
}
