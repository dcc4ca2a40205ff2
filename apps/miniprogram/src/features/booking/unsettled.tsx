import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';

interface UnsettledProps {
  /** What was asked for, such as 预约 or 改期. */
  what: string;
  /** Where it would show up. */
  where?: string;
  busy: boolean;
  onRetry(): void;
  onAbandon(): void;
}

/** Shown while nobody knows whether a write went through: the same one may be sent again, nothing else. */
export function Unsettled({ what, where = '我的预约', busy, onRetry, onAbandon }: UnsettledProps) {
  async function abandon() {
    const { confirm } = await Taro.showModal({
      title: '不再等待？',
      content: `刚才的${what}可能已经成功，会显示在「${where}」里。`,
      confirmText: '不等了',
      cancelText: '再想想',
    });
    if (confirm) onAbandon();
  }
  return (
    <View className="card stack unsettled t-unsettled" id="unsettled" role="alert">
      <View className="section">还没收到{what}结果</View>
      <View className="note">网络中断了，{what}可能已经成功。再问一次不会重复提交。</View>
      <Button id="unsettled-retry" busy={busy} onTap={onRetry}>
        再问一次
      </Button>
      <Button id="unsettled-abandon" kind="quiet" disabled={busy} onTap={() => void abandon()}>
        不再等待
      </Button>
    </View>
  );
}
