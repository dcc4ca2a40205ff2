import { Injectable } from '@nestjs/common';
import { ClientDataHandlers, type Held } from '../../../platform/client-data/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  CustomerQueries,
  MergeRepository,
  UNDO_DAYS,
  toStaffClientView,
  type FileMerge,
  type StaffClientView,
} from '../../customers/index.js';

const PAGE = 20;
const DAY_MS = 86_400_000;

/** A file as it is laid beside another. */
export interface LaidOut {
  readonly file: StaffClientView;
  readonly held: readonly Held[];
}

/** A merge with the names of both files, and whether it can still be taken back. */
export interface SeenMerge extends FileMerge {
  readonly fromName: string;
  readonly fromNo: string;
  readonly toName: string;
  readonly toNo: string;
  readonly canUndo: boolean;
}

/** Reads for whoever brings files together. */
@Injectable()
export class LookAtFiles {
  constructor(
    private readonly database: Database,
    private readonly queries: CustomerQueries,
    private readonly handlers: ClientDataHandlers,
    private readonly merges: MergeRepository,
    private readonly clock: Clock,
  ) {}

  /** Both files side by side. @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, MERGE_SAME_FILE */
  async beside(fromId: string, toId: string): Promise<readonly [LaidOut, LaidOut]> {
    if (fromId === toId) refuse('MERGE_SAME_FILE');
    return [await this.#lay(fromId), await this.#lay(toId)];
  }

  /** The newest first; `next` is where the page after begins. */
  async page(before: string | undefined): Promise<{ items: SeenMerge[]; next?: string }> {
    const found = await this.merges.newest(this.database, before, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const ids = [...new Set(shown.flatMap(({ fromId, toId }) => [fromId, toId]))];
    const files = new Map(
      (await this.queries.summaries(this.database, ids)).map((file) => [file.id, file]),
    );
    const oldest = this.clock.now().getTime() - UNDO_DAYS * DAY_MS;
    const items = shown.map((merge) => {
      const [from, to] = [files.get(merge.fromId), files.get(merge.toId)];
      return {
        ...merge,
        ...{ fromName: from?.name ?? '', fromNo: from?.memberNo ?? '' },
        ...{ toName: to?.name ?? '', toNo: to?.memberNo ?? '' },
        canUndo: merge.state === 'done' && merge.at.getTime() >= oldest,
      };
    });
    const last = shown.at(-1);
    return found.length > PAGE && last ? { items, next: last.id } : { items };
  }

  async #lay(id: string): Promise<LaidOut> {
    const file = (await this.queries.file(this.database, id)) ?? refuse('CLIENT_NOT_FOUND');
    if (file.state === 'merged')
      refuse('CLIENT_MERGED', { extras: { mergedInto: file.mergedInto } });
    return { file: toStaffClientView(file), held: await this.handlers.held(this.database, id) };
  }
}
