import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { CustomerRepository } from './data/customer-repository.js';
import { NoteRepository } from './data/note-repository.js';
import { authorOf } from './rules/author.js';
import { visibleTo, type NoteVisibility } from './rules/note-visibility.js';

export interface NoteToAdd {
  readonly customerId: string;
  readonly text: string;
  readonly visibility: NoteVisibility;
}

export interface NoteCorrection {
  readonly customerId: string;
  /** As it stands; its visibility stays. */
  readonly noteId: string;
  /** Empty strikes it out. */
  readonly text: string;
}

/** Writes a note about a client, or corrects one. What was written stays readable behind the correction. */
@Injectable()
export class AddNote {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly notes: NoteRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns its id
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, INVALID_INPUT for a visibility that the writer herself may not read
   */
  async execute(tx: Tx, by: Principal, input: NoteToAdd): Promise<string> {
    const { customerId, visibility } = input;
    const text = input.text.trim();
    if (text === '') refuseField('text', '请写下备注的内容');
    if (!visibleTo(by).includes(visibility)) refuseField('visibility', '你看不到这一类备注');
    await this.customers.lockActive(tx, customerId);
    return this.#write(tx, by, { customerId, visibility, text }, null);
  }

  /**
   * @returns the id of the correction
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, NOT_FOUND when she may not see such a note, NOTE_CHANGED when it
   *   was corrected meanwhile
   */
  async correct(tx: Tx, by: Principal, input: NoteCorrection): Promise<string> {
    const { customerId, noteId } = input;
    await this.customers.lockActive(tx, customerId);
    const notes = await this.notes.standing(tx, customerId);
    const visible = visibleTo(by);
    const seen = notes.filter(({ visibility }) => visible.includes(visibility));
    const note = seen.find(({ id }) => id === noteId);
    if (note) {
      const said = { customerId, visibility: note.visibility, text: input.text.trim() };
      return this.#write(tx, by, said, noteId);
    }
    const past = seen.some(({ earlier }) => earlier.some(({ id }) => id === noteId));
    return refuse(past ? 'NOTE_CHANGED' : 'NOT_FOUND');
  }

  /** Sets what the desk calls 备注: corrects the one that stands, or writes the first. The file is locked. */
  async setGeneral(tx: Tx, by: Principal, customerId: string, text: string): Promise<void> {
    const said = text.trim();
    const there = await this.notes.general(tx, customerId);
    if (said === (there?.text ?? '')) return;
    const note = { customerId, visibility: 'all', text: said } as const;
    await this.#write(tx, by, note, there?.id ?? null);
  }

  async #write(
    tx: Tx,
    by: Principal,
    { customerId, visibility, text }: NoteToAdd,
    correctsId: string | null,
  ): Promise<string> {
    const [id, at] = [newId(), this.clock.now()];
    const note = { id, visibility, text, correctsId, by: authorOf(by), at };
    await this.notes.insert(tx, customerId, note);
    return id;
  }
}
