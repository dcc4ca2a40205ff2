import { durationLabel } from '../../shared/format/time';

/** `还剩1小时20分` until an instant, `已到时限` after it. */
export function leftWords(expiresAt: string, nowMs: number): string {
  const minutes = Math.ceil((Date.parse(expiresAt) - nowMs) / 60_000);
  return minutes <= 0 ? '已到时限' : `还剩${durationLabel(minutes)}`;
}
