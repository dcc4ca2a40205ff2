import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { keys } from './keys';
import { useAttemptKey } from './use-attempt-key';

/** What is done once a write ended and what it touched was read again. */
interface Then<Answer> {
  readonly done?: (answer: Answer) => void;
  readonly refused?: (cause: unknown) => void;
}

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
  const then = useRef<Then<Answer>>({});
  const mutation = useMutation({
    mutationFn: send,
    // What comes after is told here and not to the attempt: reading again may take the form away that asked, and a
    // drawer would stay open over what it has done.
    onSettled: async (answer, cause) => {
      isOut.current = false;
      const { done, refused } = then.current;
      if (cause === null) round.current += 1;
      await Promise.all(
        withPages(touched).map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
      if (cause === null) done?.(answer as Answer);
      else refused?.(cause);
    },
  });
  const write = (body: Body, next: Then<Answer> = {}) => {
    if (isOut.current) return;
    isOut.current = true;
    then.current = next;
    mutation.mutate({ key: keyFor({ body, round: round.current }), body });
  };
  const { error, isPending, reset } = mutation;
  return { write, error, isPending, reset };
}

/** What a client's value touches is on her page too. */
const withPages = (touched: readonly QueryKey[]): readonly QueryKey[] =>
  touched.some(([first]) => first === 'wallet') ? [...touched, keys.clientPages] : touched;

/** The header under which a write is known to the API. */
export const keyHeader = (key: string) => ({ 'Idempotency-Key': key });
