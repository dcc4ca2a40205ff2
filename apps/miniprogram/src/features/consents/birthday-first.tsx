import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { routes } from '@/routes';

/** Nobody can tell yet whether she is old enough to agree alone: her birthday is asked for before the words are signed. */
export function BirthdayFirst({ below }: { below: number }) {
  return (
    <View className="card stack" id="birthday-first">
      <View className="section">请先填写您的生日</View>
      <View className="note">
        未满 {below}{' '}
        周岁的，要由父母或其他监护人签。请在「我的资料」里填上带年份的生日，再回来签名。
      </View>
      <Button id="birthday-fill" onTap={() => void Taro.navigateTo({ url: routes.profile })}>
        去填写生日
      </Button>
    </View>
  );
}
