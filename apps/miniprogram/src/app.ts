import { reLaunch, usePageNotFound } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { routes } from './routes';
import './app.scss';

/** The mini-program. An address that no page has (an old link or code) leads home instead of to an empty screen. */
export default function App({ children }: PropsWithChildren) {
  usePageNotFound(() => void reLaunch({ url: routes.home }));
  return children;
}
