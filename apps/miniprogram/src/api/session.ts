import type { KeyValue } from '@/lib/storage';
import { ApiProblem, isRecord } from '@/lib/failure';
import { clientOf, isClient, isNobody } from '@/lib/leftovers';

interface KeptSession {
  token: string;
  expiresAt: string;
}

interface SessionPorts {
  storage: KeyValue;
  /** A one-time code from the platform. */
  login(): Promise<string>;
  /** POST /client/session */
  exchange(code: string): Promise<KeptSession & { client: { id: string } }>;
  now(): Date;
}

const KEY = 'yance.session';
/** A token about to lapse is not worth a round trip that fails. */
const MARGIN_MS = 60_000;

/** Who this phone is to the API. Signs in silently; many callers at once share one sign-in. */
export class Session {
  private inFlight: Promise<string> | undefined;

  constructor(private readonly ports: SessionPorts) {}

  /** A token that should still be good. @throws ApiProblem | NetworkFailure when signing in failed */
  token(): Promise<string> {
    const kept = this.kept();
    if (!kept) return this.signIn();
    const left = Date.parse(kept.expiresAt) - this.ports.now().getTime();
    return left > MARGIN_MS ? Promise.resolve(kept.token) : this.signIn();
  }

  /** A new token in place of one that the API refused; a caller that comes late gets the one already renewed. */
  renew(refused: string): Promise<string> {
    const kept = this.kept();
    if (kept && kept.token !== refused) return Promise.resolve(kept.token);
    return this.signIn();
  }

  private signIn(): Promise<string> {
    this.inFlight ??= this.ports
      .login()
      .then((code) => this.ports.exchange(code))
      .then((session) => {
        isClient(this.ports.storage, session.client.id);
        this.ports.storage.write(KEY, { token: session.token, expiresAt: session.expiresAt });
        return session.token;
      })
      .catch((failure: unknown) => {
        // Without an answer, or asked too often, she is still who she was.
        const isRefused = failure instanceof ApiProblem && [400, 401, 403].includes(failure.status);
        if (isRefused) isNobody(this.ports.storage);
        throw failure;
      })
      .finally(() => {
        this.inFlight = undefined;
      });
    return this.inFlight;
  }

  private kept(): KeptSession | undefined {
    const value = this.ports.storage.read(KEY);
    if (!isRecord(value)) return undefined;
    const { token, expiresAt } = value;
    const isKnown = clientOf(this.ports.storage) !== undefined;
    return isKnown && typeof token === 'string' && typeof expiresAt === 'string'
      ? { token, expiresAt }
      : undefined;
  }
}
