import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork, type Reader } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { FileCareQueries, type FileList, type FilePlace } from '../data/file-care-queries.js';
import { filePolicy } from '../data/file-policy.js';
import { SaveFilePolicy } from '../save-file-policy.js';
import {
  FileListQueryDto,
  FilePolicyBody,
  FilePolicyView,
  FileReportView,
  FileToCarePage,
} from './dto/file-care.dto.js';

const PAGE = 20;

/** @throws Refusal INVALID_INPUT naming `cursor`, for one of another list */
function readPlace(cursor: string, list: FileList): FilePlace {
  const [key = '', id = ''] = cursor.split('.');
  const isOurs = list === 'contact' ? key === '' || key.includes('-') : /^\d+$/.test(key);
  return isOurs ? { key, id } : refuseField('cursor', '翻页位置不正确，请从头看起');
}

/** How complete the files are, what they have to say, and the work that follows. */
@Controller('staff')
export class ClientFileCareController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: FileCareQueries,
    private readonly savePolicy: SaveFilePolicy,
  ) {}

  @Get('client-file-policy')
  @StaffRoute('clients.read')
  policy(): Promise<FilePolicyView> {
    return this.#policy(this.database);
  }

  /** Files are counted under the new policy within minutes. */
  @Put('client-file-policy')
  @StaffRoute('clients.policy')
  save(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() body: FilePolicyBody,
  ): Promise<FilePolicyView> {
    return this.unitOfWork.run(async (tx) => {
      await this.savePolicy.execute(tx, staff, body);
      return this.#policy(tx);
    });
  }

  /** Who answers for how many files, and how they stand. */
  @Get('client-file-report')
  @StaffRoute('clients.policy')
  async report(): Promise<FileReportView> {
    const items = await this.queries.byConsultant(this.database);
    return { items, waiting: await this.queries.waiting(this.database) };
  }

  /** Files with work to do. */
  @Get('client-files')
  @StaffRoute('clients.read')
  async list(
    @Query() { list, consultantId: whose, cursor }: FileListQueryDto,
  ): Promise<FileToCarePage> {
    const after = cursor === undefined ? undefined : readPlace(cursor, list);
    const consultantId = whose === 'none' ? null : whose;
    const query = { list, consultantId, after, limit: PAGE + 1 };
    const found = await this.queries.list(this.database, query);
    const shown = found.slice(0, PAGE);
    const items = shown.map(({ place: _, missing, ...file }) => ({
      ...file,
      missing: [...missing],
    }));
    const last = shown.at(-1)?.place;
    return found.length > PAGE && last
      ? { items, nextCursor: `${last.key}.${last.id}` }
      : { items };
  }

  async #policy(reader: Reader): Promise<FilePolicyView> {
    const { atCreation, wanted, verifyMonths } = await filePolicy(reader);
    return { atCreation: [...atCreation], wanted: [...wanted], verifyMonths };
  }
}
