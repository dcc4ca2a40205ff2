import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

const EVERY_MS = 3_000;

/** Whether this page is the one on screen. */
export function usePageVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useDidShow(() => setVisible(true));
  useDidHide(() => setVisible(false));
  return visible;
}

/** Asks again every few seconds while the page is looked at, one question at a time, and at once on return. */
export function useVisiblePolling(reload: () => Promise<void>): void {
  const visible = usePageVisible();
  useDidShow(() => void reload());
  useEffect(() => {
    if (!visible) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const next = () => {
      timer = setTimeout(() => void reload().finally(() => stopped || next()), EVERY_MS);
    };
    next();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [visible, reload]);
}
