import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { NoteRepository } from './data/note-repository.js';
import type { StandingNote } from './rules/note-lines.js';
import { visibleTo } from './rules/note-visibility.js';

/** The notes of a file that somebody may read. Reading what is not for everybody leaves an entry. */
@Injectable()
export class ReadNotes {
  constructor(
    private readonly notes: NoteRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(tx: Tx, by: StaffPrincipal, customerId: string): Promise<StandingNote[]> {
    const visible = visibleTo(by);
    const notes = (await this.notes.standing(tx, customerId)).filter(({ visibility }) =>
      visible.includes(visibility),
    );
    if (notes.some(({ visibility }) => visibility !== 'all')) {
      const subject = { kind: 'customer', id: customerId };
      await this.audit.record(tx, { actor: by, action: 'notes.read', subject });
    }
    return notes;
  }
}
