import type { Pusher } from '../push/pusher.js';
import { mediaCheckEvent } from '../push/events.js';
import { MEDIA_LABELS, type Verdict } from '../state/content-rules.js';
import type { QuotaRule } from '../state/quotas.js';
import type { SandboxState } from '../state/sandbox-state.js';
import type { Schedule } from '../state/schedule.js';
import { checkVersionSceneAndPerson, newTraceId } from './content-check.js';
import type { Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';

const MOST_BYTES = 10 * 1024 * 1024;
const READ_WITHIN_MS = 5_000;
const DOWNLOAD_FAILED = -1008;
const MEDIA_TYPES = [1, 2];

/** How often one address may be checked; the platform tells no number. */
const REPEATS: QuotaRule = {
  name: 'media_check_async repeats',
  window: 'total',
  limit: null,
  error: 'repeatedMedia',
};

/**
 * POST /wxa/media_check_async: takes the address of a picture or sound; the result follows as the
 * event `wxa_media_check`. The address is really fetched, up to 10 MB, unless it says itself what it
 * is; what cannot be fetched is errcode -1008 in the event.
 * Errors 40004 (media_type), 40129, 40003, 43104, 61010, 44991, 45009, 87020, 47001.
 */
export function mediaCheck(state: SandboxState, pusher: Pusher, schedule: Schedule): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/media_check_async',
    needsToken: true,
    quotas: [
      { name: 'media_check_async', window: 'minute', limit: 2_000, error: 'minuteFrequency' },
      { name: 'media_check_async', window: 'day', limit: 200_000, error: 'dailyQuota' },
      REPEATS,
    ],
    answer({ body }) {
      const url = body['media_url'];
      if (typeof url !== 'string' || url === '') throw new WechatError('badJson');
      const type = body['media_type'];
      if (typeof type !== 'number' || !MEDIA_TYPES.includes(type)) {
        throw new WechatError('invalidMediaType');
      }
      checkVersionSceneAndPerson(state, body);
      const most = state.quotas.limitOf(REPEATS);
      const before = state.checkedMedia.get(url) ?? 0;
      if (most !== null && before >= most) throw new WechatError('repeatedMedia');
      state.checkedMedia.set(url, before + 1);

      const traceId = newTraceId();
      const due = state.clock.now().getTime() + state.settings.mediaCheckSeconds * 1000;
      schedule.at(due, () => void report(state, pusher, url, traceId));
      return { errcode: 0, errmsg: 'ok', trace_id: traceId };
    },
  };
}

async function report(
  state: SandboxState,
  pusher: Pusher,
  url: string,
  traceId: string,
): Promise<void> {
  const verdict = mediaVerdict(state.contentRules.judge([url]));
  const readable = verdict.suggest !== 'pass' || (await canBeRead(url));
  const errcode = readable ? 0 : DOWNLOAD_FAILED;
  pusher.send(mediaCheckEvent(state.app.appid, traceId, verdict, errcode));
}

/** Pictures and sounds get fewer labels than texts. */
function mediaVerdict(verdict: Verdict): Verdict {
  if (verdict.suggest === 'pass' || MEDIA_LABELS.includes(verdict.label)) return verdict;
  return { ...verdict, label: 21000 };
}

/** Fetches it to the end or to 10 MB. Never rejects. */
async function canBeRead(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(READ_WITHIN_MS) });
    if (!answer.ok || answer.body === null) return false;
    let bytes = 0;
    for await (const part of answer.body as AsyncIterable<Uint8Array>) {
      bytes += part.length;
      if (bytes > MOST_BYTES) return false;
    }
    return bytes > 0;
  } catch {
    return false;
  }
}
