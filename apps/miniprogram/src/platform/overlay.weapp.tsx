import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** Above the page: WeChat draws its bars itself and a fixed layer already covers everything else. */
export function Overlay({ children }: { children: ReactNode }) {
  return <View>{children}</View>;
}
