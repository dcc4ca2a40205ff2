import { Logger } from '@nestjs/common';
import { isOurFault } from '../../../platform/errors/index.js';

/** What of a client's page can be missing while the rest is shown. */
export const PAGE_PARTS = [
  ...(['facts', 'timeLine', 'profile', 'names', 'consents', 'questionnaires'] as const),
  ...(['marketing', 'money', 'notes', 'cautions'] as const),
  ...(['plan', 'assessments', 'formulas', 'treatments'] as const),
] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** What a missing part takes from that which is to be minded first, as people call it. */
const MINDED: Readonly<Partial<Record<PagePart, string>>> = {
  ...{ cautions: '健康提醒', money: '账户和欠款', facts: '到店、异议和待签' },
};

/** The parts of one page: one that fails by our fault is left out and named, a refusal refuses the page. */
export class PageParts {
  readonly missing: PagePart[] = [];
  readonly #log = new Logger('client-page');

  /** @returns null where it could not be read; the log tells why, under the id of the request */
  async of<T>(part: PagePart, read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      if (!isOurFault(error)) throw error;
      this.#log.error(error instanceof Error ? error : String(error), part);
      this.missing.push(part);
      return null;
    }
  }

  /** What nobody may take for “there is nothing”. */
  get unread(): string[] {
    return this.missing.flatMap((part) => MINDED[part] ?? []);
  }
}
