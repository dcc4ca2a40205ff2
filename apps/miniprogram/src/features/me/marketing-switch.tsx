import { View } from '@tarojs/components';
import { useState } from 'react';
import { chooseMarketing, useMarketingChoice, type MarketingChoice } from '@/api/marketing';
import { Button } from '@/components/button';
import { Loaded, Skeleton } from '@/components/states';
import { sentenceOf } from '@/lib/failure';

/** Whether the client wants gifts and offers; one tap says otherwise. */
export function MarketingSwitch() {
  const choice = useMarketingChoice();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  async function say({ optedOut, version, ...agreed }: MarketingChoice) {
    setBusy(true);
    setProblem(undefined);
    try {
      // Whoever wants nothing has agreed to no text message and no call either.
      const channels = optedOut ? agreed : { sms: false, calls: false };
      await chooseMarketing({ ...channels, optedOut: !optedOut, version });
    } catch (failure) {
      setProblem(failure);
      // The desk may have noted something meanwhile.
      await choice.reload();
    }
    setBusy(false);
  }

  return (
    <Loaded remote={choice} skeleton={<Skeleton lines={2} />}>
      {(now) => (
        <View className="card stack">
          <View className="section">生日券和优惠活动</View>
          <View className="note" id="marketing-words">
            {now.optedOut
              ? '已关闭：不会再送您生日券，也不发优惠活动。'
              : '现在会收到：生日前后送您的优惠券，和门店的优惠活动。'}
          </View>
          {problem !== undefined && (
            <View className="alert" role="alert">
              {sentenceOf(problem)}
            </View>
          )}
          <Button id="marketing-say" kind="plain" busy={busy} onTap={() => void say(now)}>
            {now.optedOut ? '重新接收' : '不再接收'}
          </Button>
        </View>
      )}
    </Loaded>
  );
}
