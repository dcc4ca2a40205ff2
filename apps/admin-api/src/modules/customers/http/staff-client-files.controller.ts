import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork, type Reader } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  KeyedRequest,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { AddNote } from '../add-note.js';
import { ChangeRepository } from '../data/change-repository.js';
import { CustomerQueries } from '../data/customer-queries.js';
import { ProfileQueries } from '../data/profile-queries.js';
import { ReadNotes } from '../read-notes.js';
import { visibleTo } from '../rules/note-visibility.js';
import { SetTags } from '../set-tags.js';
import {
  AddNoteBody,
  ChangesQuery,
  ClientProfileView,
  CorrectNoteBody,
  FileChangePage,
  NotesView,
  NoteWrittenView,
  SetTagsBody,
} from './dto/client-profile.dto.js';
import { toChangeView, toNoteView, toProfileView } from './present-profile.js';

const PAGE = 30;

/** A client file beyond its basics: what is known of her, notes, tags and the history. */
@Controller('staff/clients')
export class StaffClientFilesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly profiles: ProfileQueries,
    private readonly changes: ChangeRepository,
    private readonly addNote: AddNote,
    private readonly readNotes: ReadNotes,
    private readonly setTags: SetTags,
  ) {}

  @Get(':id/profile')
  @StaffRoute('clients.read')
  async profile(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<ClientProfileView> {
    return this.#profile(this.database, staff, id);
  }

  /** The notes that she may read. */
  @Get(':id/notes')
  @StaffRoute('clients.read')
  async notes(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<NotesView> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.customers.summary(tx, id))) refuse('CLIENT_NOT_FOUND');
      const items = (await this.readNotes.execute(tx, staff, id)).map(toNoteView);
      return { items, visibilities: visibleTo(staff) };
    });
  }

  @Post(':id/notes')
  @StaffRoute('clients.note')
  write(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Body() body: AddNoteBody,
    @Idempotent(KeyedRequest) call: IdempotentCall,
  ): Promise<NoteWrittenView> {
    return this.idempotent.run(call, async (tx) => ({
      id: await this.addNote.execute(tx, staff, { ...body, customerId }),
    }));
  }

  /** Says a note anew, or strikes it out; what it said stays behind it. */
  @Post(':id/notes/:noteId/correct')
  @StaffRoute('clients.note')
  correct(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Param('noteId', IdPipe) noteId: string,
    @Body() { text }: CorrectNoteBody,
    @Idempotent(KeyedRequest) call: IdempotentCall,
  ): Promise<NoteWrittenView> {
    return this.idempotent.run(call, async (tx) => ({
      id: await this.addNote.correct(tx, staff, { customerId, noteId, text }),
    }));
  }

  @Put(':id/tags')
  @StaffRoute('clients.write')
  tags(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Body() { tagIds }: SetTagsBody,
  ): Promise<ClientProfileView> {
    return this.unitOfWork.run(async (tx) => {
      await this.setTags.execute(tx, staff, id, tagIds);
      return this.#profile(tx, staff, id);
    });
  }

  /** Who changed what on the file, latest first. */
  @Get(':id/changes')
  @StaffRoute('clients.read')
  async history(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Query() { cursor }: ChangesQuery,
  ): Promise<FileChangePage> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
    const found = await this.changes.page(this.database, id, cursor, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const items = shown.map((change) => toChangeView(change, staff));
    const last = shown.at(-1);
    return found.length > PAGE && last ? { items, nextCursor: last.id } : { items };
  }

  async #profile(reader: Reader, staff: StaffPrincipal, id: string): Promise<ClientProfileView> {
    const profile = await this.profiles.profile(reader, id);
    return profile ? toProfileView(profile, staff) : refuse('CLIENT_NOT_FOUND');
  }
}
