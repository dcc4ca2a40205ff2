import { reLaunch, useLaunch, usePageNotFound } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { dropOld } from './lib/leftovers';
import { platform } from './platform';
import { routes } from './routes';
import './app.scss';

/** The mini-program. An address that no page has (an old link or code) leads home instead of to an empty screen. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => dropOld(platform.storage, Date.now()));
  usePageNotFound(() => void reLaunch({ url: routes.home }));
  return children;
}
