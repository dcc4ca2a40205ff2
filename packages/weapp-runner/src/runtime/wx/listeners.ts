import type { Recorder } from '../recorder.js';
import type { Area } from './api.js';

type Listener = (value: unknown) => void;

const EVENTS = [
  ...['AppShow', 'AppHide', 'Error', 'PageNotFound', 'UnhandledRejection', 'ThemeChange'],
  ...['WindowResize', 'KeyboardHeightChange', 'NetworkStatusChange', 'MemoryWarning'],
  ...['AppRoute', 'NeedPrivacyAuthorization', 'UserCaptureScreen', 'AudioInterruptionEnd'],
];

/** The pairs wx.onX and wx.offX. */
export class Listeners {
  private readonly heard = new Map<string, Set<Listener>>();

  constructor(private readonly recorder: Recorder) {}

  get area(): Area {
    const pairs = EVENTS.flatMap((event): [string, unknown][] => [
      [`on${event}`, (listener: Listener) => void this.of(event).add(listener)],
      [`off${event}`, (listener?: Listener) => this.remove(event, listener)],
    ]);
    return Object.fromEntries(pairs);
  }

  tell(event: string, value: unknown): void {
    for (const listener of this.of(event)) {
      try {
        listener(value);
      } catch (error) {
        this.recorder.error(error, `on${event}`);
      }
    }
  }

  private remove(event: string, listener: Listener | undefined): void {
    if (listener) this.of(event).delete(listener);
    else this.of(event).clear();
  }

  private of(event: string): Set<Listener> {
    const known = this.heard.get(event) ?? new Set<Listener>();
    this.heard.set(event, known);
    return known;
  }
}
