import { App } from 'antd';
import { sentenceOf } from '../../shared/api/problem';
import { ACTIONS } from './allowed';
import { useTransition, type TransitionCall } from './api/transition-visit';

/** Carries out a transition and says how it went. */
export function useActOnVisit(): {
  act: (call: TransitionCall, done?: () => void) => void;
  isBusy: boolean;
} {
  const { message } = App.useApp();
  const { mutate, isPending } = useTransition();
  const act = (call: TransitionCall, done?: () => void) => {
    if (isPending) return;
    mutate(call, {
      onSuccess: (visit) => {
        const word = ACTIONS.find(({ transition }) => transition === call.transition)?.word ?? '';
        void message.success(`${visit.customer.name}：已${word}`);
        done?.();
      },
      onError: (error) => void message.error(sentenceOf(error)),
    });
  };
  return { act, isBusy: isPending };
}
