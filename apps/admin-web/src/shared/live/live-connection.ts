import { environment } from '../environment';
import { backoffMs } from './backoff';

/** What the API says when something of the store changed; the details are read anew. */
export interface LiveEvent {
  readonly id: string;
  readonly topic: string;
  readonly at: string;
}

/** First words of the topics that tell of money. */
const MONEY_WORDS = ['payment', 'refund', 'value', 'session'] as const;

export interface LiveListener {
  /** A visit changed. */
  onEvent(event: LiveEvent): void;
  /** Money moved: an order was paid, something went back, a client's value changed. */
  onMoney(): void;
  /** Called when the line stands and when it is lost; what happened in between was missed. */
  onLine(up: boolean): void;
}

/**
 * Keeps one event stream open for a store. The browser gives up on an HTTP error and retries a broken line without
 * back-off, so the connection is made anew here.
 * @returns  the way to close it
 */
export function connectLive(storeId: string, listener: LiveListener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closed = false;

  const open = () => {
    const url = `${environment.apiOrigin}/api/staff/stream?storeId=${encodeURIComponent(storeId)}`;
    source = new EventSource(url);
    source.addEventListener('open', () => {
      listener.onLine(true);
      failures = 0;
    });
    source.addEventListener('appointment', (message: MessageEvent<string>) => {
      listener.onEvent(JSON.parse(message.data) as LiveEvent);
    });
    for (const word of MONEY_WORDS) source.addEventListener(word, () => listener.onMoney());
    source.addEventListener('error', () => {
      source?.close();
      if (closed) return;
      failures += 1;
      listener.onLine(false);
      timer = setTimeout(open, backoffMs(failures, Math.random()));
    });
  };
  const retryNow = () => {
    if (failures === 0 || closed) return;
    clearTimeout(timer);
    source?.close();
    open();
  };

  open();
  window.addEventListener('online', retryNow);
  return () => {
    closed = true;
    clearTimeout(timer);
    source?.close();
    window.removeEventListener('online', retryNow);
  };
}
