import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '../api/keys';
import { connectLive } from './live-connection';
import { markFresh } from './fresh';

/** Changes that arrive within this time are read together, in milliseconds. */
const GATHER_MS = 120;

/** Keeps everything about visits and money current while the store's stream is open. @returns  whether the line is up */
export function useLive(storeId: string, isAllowed: boolean): boolean {
  const queries = useQueryClient();
  const [isUp, setUp] = useState(true);
  useEffect(() => {
    if (!isAllowed) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let moneyTimer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      void queries.invalidateQueries({ queryKey: keys.visits });
      void queries.invalidateQueries({ queryKey: keys.clientPages });
    };
    const refreshMoney = () => {
      moneyTimer = undefined;
      void queries.invalidateQueries({ queryKey: keys.wallets });
      void queries.invalidateQueries({ queryKey: keys.money });
      void queries.invalidateQueries({ queryKey: keys.clientPages });
    };
    const close = connectLive(storeId, {
      onEvent: (event) => {
        markFresh(event.id);
        timer ??= setTimeout(refresh, GATHER_MS);
      },
      onMoney: () => {
        moneyTimer ??= setTimeout(refreshMoney, GATHER_MS);
      },
      onLine: (up) => {
        setUp(up);
        // What happened before the line stood, or while it was down, is not repeated.
        if (!up) return;
        refresh();
        refreshMoney();
      },
    });
    return () => {
      clearTimeout(timer);
      clearTimeout(moneyTimer);
      close();
    };
  }, [storeId, isAllowed, queries]);
  return isUp;
}
