import { useRevealPhone } from '../requests/reveal-phone';
import { Masked } from './masked';

/** A masked number that opens for a stated reason; the API records who looked and why. */
export function Phone({
  clientId,
  phoneId,
  masked,
  mayReveal,
}: {
  clientId: string;
  /** The main one unless told. */
  phoneId?: string;
  masked: string | null;
  mayReveal: boolean;
}) {
  const { data, error, isPending, mutate } = useRevealPhone();
  if (!masked) return <span className="note">未留电话</span>;
  return (
    <Masked
      {...{ masked, mayReveal, what: '号码', testId: 'phone' }}
      reveal={{
        ...{ data, error, isPending },
        ask: (reason) => mutate({ id: clientId, phoneId, reason }),
      }}
      whole={(phone) => (
        <a className="tabular" href={`tel:${phone}`} data-testid="phone-revealed">
          {phone}
        </a>
      )}
    />
  );
}
