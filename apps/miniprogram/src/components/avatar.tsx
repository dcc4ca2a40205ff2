import { Image, View } from '@tarojs/components';
import './avatar.scss';

/** A face, or the last sign of the name where there is no picture. */
export function Avatar({ name, url }: { name: string; url?: string | null }) {
  if (url) return <Image className="avatar" src={url} mode="aspectFill" aria-label={name} />;
  return (
    <View className="avatar avatar--initial" aria-hidden>
      {name.trim().slice(-1)}
    </View>
  );
}
