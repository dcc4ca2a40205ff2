import { APPOINTMENT_STATE_WORDS } from '@yance/shared-types';
import { App } from 'antd';
import { isContraindicated } from '../../shared/care/care-api';
import { sentenceOf } from '../../shared/api/problem';
import { ACTIONS } from './allowed';
import { readVisit } from './api/read-visit';
import { useTransition, type TransitionCall } from './api/transition-visit';
import { isOvertaken, lastChangeWords } from './refusal';

/** Carries out a transition and says how it went. */
export function useActOnVisit(): {
  act: (call: TransitionCall, done?: () => void, stopped?: (cause: unknown) => void) => void;
  isBusy: boolean;
} {
  const { message } = App.useApp();
  const { mutate, isPending } = useTransition();
  const act = (call: TransitionCall, done?: () => void, stopped?: (cause: unknown) => void) => {
    if (isPending) return;
    mutate(call, {
      onSuccess: (visit) => {
        const word = ACTIONS.find(({ transition }) => transition === call.transition)?.word ?? '';
        void message.success(`${visit.customer.name}：已${word}`);
        done?.();
      },
      onError: (error) => {
        if (stopped && (isContraindicated(error) || call.override)) return stopped(error);
        // One key: the same refusal asked for twice is still one message.
        void explain(call.id, error).then((content) => message.error({ key: call.id, content }));
      },
    });
  };
  return { act, isBusy: isPending };
}

/** The refusal in words: for a visit that somebody else changed, who did and to what. */
async function explain(id: string, error: unknown): Promise<string> {
  if (!isOvertaken(error)) return sentenceOf(error);
  try {
    const { changes, state } = await readVisit(id);
    return lastChangeWords(changes, APPOINTMENT_STATE_WORDS[state]) ?? sentenceOf(error);
  } catch {
    return sentenceOf(error);
  }
}
