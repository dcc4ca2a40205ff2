import { BoundedMap } from './bounded.js';

const MOST_COUNTERS = 50_000;

/** One-time subscriptions: each accept allows one message of that template to that person. */
export class MessageCredits {
  private readonly counters = new BoundedMap<string, number>(MOST_COUNTERS);

  left(openid: string, templateId: string): number {
    return this.counters.get(keyOf(openid, templateId)) ?? 0;
  }

  /** One more message allowed; returns how many now are. */
  add(openid: string, templateId: string): number {
    const left = this.left(openid, templateId) + 1;
    this.counters.set(keyOf(openid, templateId), left);
    return left;
  }

  /** Uses one up; false when there was none. */
  spend(openid: string, templateId: string): boolean {
    const left = this.left(openid, templateId);
    if (left === 0) return false;
    this.counters.set(keyOf(openid, templateId), left - 1);
    return true;
  }

  /** The person turned the template off: what was left is void. */
  drop(openid: string, templateId: string): void {
    this.counters.delete(keyOf(openid, templateId));
  }

  clear(): void {
    this.counters.clear();
  }
}

function keyOf(openid: string, templateId: string): string {
  return `${openid} ${templateId}`;
}
