import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { keys } from './keys';
import { useAttemptKey } from './use-attempt-key';

/**
 * A write that is safe to tap twice: one request while an answer is out, the same idempotency key while the same
 * request is tried again, a new one once it went through.
 * @param send   carries the request out
 * @param touched  what has to be read again, however it ended
 */
export function useWrite<Body, Answer>(
  send: (call: { key: string; body: Body }) => Promise<Answer>,
  touched: readonly QueryKey[],
) {
  const queries = useQueryClient();
  const keyFor = useAttemptKey();
  const isOut = useRef(false);
  const round = useRef(0);
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: () => {
      round.current += 1;
    },
    onSettled: () => {
      isOut.current = false;
      return Promise.all(
        withPages(touched).map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
  const write = (
    body: Body,
    { done, refused }: { done?: (answer: Answer) => void; refused?: (cause: unknown) => void } = {},
  ) => {
    if (isOut.current) return;
    isOut.current = true;
    const key = keyFor({ body, round: round.current });
    mutation.mutate({ key, body }, { onSuccess: done, onError: refused });
  };
  const { error, isPending, reset } = mutation;
  return { write, error, isPending, reset };
}

/** What a client's value touches is on her page too. */
const withPages = (touched: readonly QueryKey[]): readonly QueryKey[] =>
  touched.some(([first]) => first === 'wallet') ? [...touched, keys.clientPages] : touched;

/** The header under which a write is known to the API. */
export const keyHeader = (key: string) => ({ 'Idempotency-Key': key });
