import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ERRORS } from '@yance/shared-types';
import { AuditTrail } from '../../../platform/audit/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { JobRegistry, Sweeps } from '../../../platform/jobs/index.js';
import { ContactPhones } from '../../customers/index.js';
import { ClientListQueries, factsOf, type ClientFacts } from '../../client-view/index.js';
import { writeSheet } from '../sheets/write-sheet.js';
import {
  changeExport,
  dropExportParts,
  exportById,
  insertPart,
  lockExport,
  overdueExports,
  type ClientExport,
} from './data/exports.js';
import { ExportSeals } from './export-seals.js';
import { clientLines, namelessLines, type ExportCell, type ExportedClient } from './rules/lines.js';
import { MOST_CLIENTS, staleReason, type StaleReason } from './rules/still-as-asked.js';
import { exportNo, watermark } from './rules/watermark.js';

/** Writes the files of lists that somebody agreed to. */
export const EXPORT_QUEUE = 'client-exports';
export interface ExportPayload {
  readonly exportId: string;
}

/** How long a file can be had. */
export const FILE_HOURS = 24;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PART_BYTES = 2_000_000;
const AT_ONCE = 20;
const SYSTEM = { kind: 'system', name: 'client-exports' } as const;

/** Writes the file of an export once it was agreed to, and takes it away when its day is over. */
@Injectable()
export class BuildExport implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly sweeps: Sweeps,
    private readonly lists: ClientListQueries,
    private readonly phones: ContactPhones,
    private readonly seals: ExportSeals,
    private readonly audit: AuditTrail,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register<ExportPayload>({
      queue: EXPORT_QUEUE,
      run: ({ exportId }, { signal }) => this.build(exportId, signal),
    });
    this.sweeps.register({
      ...{ name: 'client-exports.close', everyMs: MINUTE_MS },
      run: (signal) => this.closeOverdue(signal),
    });
  }

  /**
   * Reads and writes the whole file, then says so in one transaction: a worker that dies leaves nothing of it. A list
   * that is no longer the one that somebody agreed to is not written.
   */
  async build(id: string, signal?: AbortSignal): Promise<void> {
    const one = await exportById(this.database, id);
    if (one?.state !== 'building') return;
    const clients = await this.#clients(one, signal);
    const stale = staleReason({ expected: one.expectedRows, rows: clients.length });
    if (stale !== undefined) return this.#stop(id, stale);
    const lines = await this.#lines(one, clients, signal);
    const mark = [
      watermark({
        ...{ exportId: id, requestedBy: one.requestedByName, at: one.decidedAt ?? one.requestedAt },
        decidedBy: one.decidedByName ?? '',
      }),
    ];
    const content = await writeSheet(one.format, [mark, ...lines, mark], '名单');
    await this.#keep(id, content, lines.length - 1);
  }

  /** Files that lay for a day go, and requests that nobody decided on are closed. */
  async closeOverdue(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const ids = await overdueExports(this.database, this.clock.now(), AT_ONCE);
      if (ids.length === 0 || signal?.aborted === true) return;
      for (const id of ids)
        await this.unitOfWork.run(async (tx) => {
          const one = await lockExport(tx, id);
          if (one?.state !== 'requested' && one?.state !== 'ready') return;
          await dropExportParts(tx, id);
          await changeExport(tx, id, { state: 'closed' });
        });
    }
  }

  async #clients(one: ClientExport, signal?: AbortSignal): Promise<ClientFacts[]> {
    const clients: ClientFacts[] = [];
    for await (const ids of this.lists.all(one.filter)) {
      signal?.throwIfAborted();
      clients.push(...(await factsOf(this.database, ids)));
      if (clients.length > MOST_CLIENTS) break;
    }
    return clients;
  }

  async #lines(
    one: ClientExport,
    clients: readonly ClientFacts[],
    signal?: AbortSignal,
  ): Promise<ExportCell[][]> {
    if (one.kind === 'de_identified')
      return namelessLines(clients, localDate(this.clock.now(), HOME_ZONE));
    return clientLines(
      one.withPhones ? await this.#withPhones(clients, signal) : clients,
      one.columns,
    );
  }

  async #withPhones(
    clients: readonly ClientFacts[],
    signal?: AbortSignal,
  ): Promise<ExportedClient[]> {
    const whole: ExportedClient[] = [];
    for (const client of clients) {
      signal?.throwIfAborted();
      const phone =
        client.phoneEnd === null ? undefined : await this.phones.of(this.database, client.id);
      whole.push(phone === undefined ? client : { ...client, phone });
    }
    return whole;
  }

  /** Nothing leaves; whoever asked reads why, and asks anew. */
  async #stop(id: string, stale: StaleReason): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const one = await lockExport(tx, id);
      if (one?.state !== 'building') return;
      const reason = ERRORS[stale].detail;
      const declineReasonSealed = this.seals.words(id, 'decline-reason', reason);
      await changeExport(tx, id, { state: 'declined', declineReasonSealed });
      await this.audit.record(tx, {
        ...{ actor: SYSTEM, action: 'clients.export_stopped' },
        ...{ subject: { kind: 'client_export', id }, detail: { exportNo: exportNo(id), reason } },
      });
    });
  }

  async #keep(id: string, content: Buffer, rowCount: number): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const one = await lockExport(tx, id);
      if (one?.state !== 'building') return;
      for (let seq = 0; seq * PART_BYTES < content.length; seq += 1) {
        const piece = content.subarray(seq * PART_BYTES, (seq + 1) * PART_BYTES);
        await insertPart(tx, id, seq, this.seals.part(id, seq, piece));
      }
      const now = this.clock.now();
      await changeExport(tx, id, {
        ...{ state: 'ready', rowCount, fileBytes: content.length, readyAt: now },
        closesAt: new Date(now.getTime() + FILE_HOURS * HOUR_MS),
      });
    });
  }
}
