import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { FileCareQueries } from '../data/file-care-queries.js';
import { ProfileQueries } from '../data/profile-queries.js';
import { ReadNotes } from '../read-notes.js';
import { visibleTo } from '../rules/note-visibility.js';
import type { ClientProfileView, NotesView } from './dto/client-profile.dto.js';
import { toNoteView, toProfileView } from './present-profile.js';

/** A file beyond its basics as the console shows it. */
@Injectable()
export class FileScreens {
  constructor(
    private readonly profiles: ProfileQueries,
    private readonly care: FileCareQueries,
    private readonly readNotes: ReadNotes,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND */
  async profile(reader: Reader, id: string): Promise<ClientProfileView> {
    const profile = await this.profiles.profile(reader, id);
    const standing = await this.care.standing(reader, id);
    if (!profile || !standing) return refuse('CLIENT_NOT_FOUND');
    return toProfileView(profile, standing, localDate(this.clock.now(), HOME_ZONE));
  }

  /** The notes that she may read; the look is written down where it has to be. */
  async notes(tx: Tx, staff: StaffPrincipal, id: string): Promise<NotesView> {
    const items = (await this.readNotes.execute(tx, staff, id)).map(toNoteView);
    return { items, visibilities: visibleTo(staff) };
  }
}
