import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { AddNote } from '../add-note.js';
import { ChangeRepository } from '../data/change-repository.js';
import { CheckContact } from '../check-contact.js';
import { CustomerQueries } from '../data/customer-queries.js';
import { LinkFiles } from '../link-files.js';
import { SetTags } from '../set-tags.js';
import {
  AddNoteBody,
  ChangesQuery,
  ClientProfileView,
  CorrectNoteBody,
  LinkBody,
  FileChangePage,
  NotesView,
  NoteWrittenView,
  SetTagsBody,
} from './dto/client-profile.dto.js';
import { FileScreens } from './file-screens.js';
import { toChangeView } from './present-profile.js';

const PAGE = 30;

/** A client file beyond its basics: what is known of her, notes, tags and the history. */
@Controller('staff/clients')
export class StaffClientFilesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly changes: ChangeRepository,
    private readonly addNote: AddNote,
    private readonly setTags: SetTags,
    private readonly checkContact: CheckContact,
    private readonly linkFiles: LinkFiles,
    private readonly screens: FileScreens,
  ) {}

  @Get(':id/profile')
  @StaffRoute('clients.read')
  profile(@Param('id', IdPipe) id: string): Promise<ClientProfileView> {
    return this.screens.profile(this.database, id);
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
      return this.screens.notes(tx, staff, id);
    });
  }

  @Post(':id/notes')
  @StaffRoute('clients.note')
  write(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Body() body: AddNoteBody,
    @Idempotent() call: IdempotentCall,
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
    @Idempotent() call: IdempotentCall,
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
      return this.screens.profile(tx, id);
    });
  }

  /** Somebody made sure how she is reached. */
  @Put(':id/contact-check')
  @StaffRoute('clients.write')
  checked(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<ClientProfileView> {
    return this.unitOfWork.run(async (tx) => {
      await this.checkContact.execute(tx, staff, id);
      return this.screens.profile(tx, id);
    });
  }

  /** Says what another client is to her; the other file says it the other way round. */
  @Put(':id/links/:otherId')
  @StaffRoute('clients.write')
  link(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Param('otherId', IdPipe) otherId: string,
    @Body() { relation }: LinkBody,
  ): Promise<ClientProfileView> {
    return this.unitOfWork.run(async (tx) => {
      await this.linkFiles.execute(tx, staff, id, otherId, relation);
      return this.screens.profile(tx, id);
    });
  }

  @Delete(':id/links/:otherId')
  @StaffRoute('clients.write')
  unlink(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Param('otherId', IdPipe) otherId: string,
  ): Promise<ClientProfileView> {
    return this.unitOfWork.run(async (tx) => {
      await this.linkFiles.execute(tx, staff, id, otherId, null);
      return this.screens.profile(tx, id);
    });
  }

  /** Who changed what on the file, latest first. */
  @Get(':id/changes')
  @StaffRoute('clients.read')
  async history(
    @Param('id', IdPipe) id: string,
    @Query() { cursor }: ChangesQuery,
  ): Promise<FileChangePage> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
    const found = await this.changes.page(this.database, id, cursor, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const items = shown.map(toChangeView);
    const last = shown.at(-1);
    return found.length > PAGE && last ? { items, nextCursor: last.id } : { items };
  }
}
