import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork, type Reader } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { AddPhone } from '../add-phone.js';
import { CreateCustomer } from '../create-customer.js';
import { CustomerQueries } from '../data/customer-queries.js';
import { CustomerSearch } from '../data/customer-search.js';
import { demandAtCreation } from '../data/demand-at-creation.js';
import { RemovePhone } from '../remove-phone.js';
import { RevealContact } from '../reveal-contact.js';
import { RevealPhone } from '../reveal-phone.js';
import { readPhone } from '../rules/input.js';
import { UpdateCustomer } from '../update-customer.js';
import { toStaffClientView } from './customer-presenter.js';
import {
  CreatedClientView,
  RevealedContact,
  RevealedPhone,
  StaffClientPage,
  StaffClientView,
} from './dto/customer-views.dto.js';
import {
  AddPhoneBody,
  ClientSearchQuery,
  CreateClientBody,
  RevealContactBody,
  RevealPhoneBody,
  UpdateClientBody,
} from './dto/customers.dto.js';

const PAGE = 20;

/** Client files at the desk. A brand's files are one book: whoever may read clients may read all of its stores'. */
@Controller('staff/clients')
export class StaffClientsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotentWork: IdempotentWork,
    private readonly queries: CustomerQueries,
    private readonly search: CustomerSearch,
    private readonly createCustomer: CreateCustomer,
    private readonly updateCustomer: UpdateCustomer,
    private readonly addPhone: AddPhone,
    private readonly removePhone: RemovePhone,
    private readonly revealPhone: RevealPhone,
    private readonly revealContact: RevealContact,
  ) {}

  /** Finds files by whatever the desk knows of a client. */
  @Get()
  @StaffRoute('clients.read')
  list(@Query() query: ClientSearchQuery): Promise<StaffClientPage> {
    const limit = query.limit === undefined ? PAGE : Number(query.limit);
    return this.search.page(this.database, query.q ?? '', query.cursor, limit);
  }

  /** Opens a file that says what the policy asks for. Other files with the same phone are named in the answer, not refused. */
  @Post()
  @StaffRoute('clients.write')
  create(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() body: CreateClientBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<CreatedClientView> {
    return this.idempotentWork.run(call, async (tx) => {
      await demandAtCreation(tx, body);
      const holders =
        body.phone === undefined ? [] : await this.queries.findByPhone(tx, readPhone(body.phone));
      const draft = { ...body, source: body.source ?? 'walk_in' };
      const { id } = await this.createCustomer.execute(tx, draft, staff);
      const file = (await this.queries.file(tx, id)) ?? refuse('CLIENT_NOT_FOUND');
      const samePhone = holders.map(({ customerId, name, memberNo }) => ({
        id: customerId,
        name,
        memberNo,
      }));
      return { ...toStaffClientView(file), samePhone };
    });
  }

  @Patch(':id')
  @StaffRoute('clients.write')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateClientBody,
  ): Promise<StaffClientView> {
    return this.unitOfWork.run(async (tx) => {
      await this.updateCustomer.execute(tx, id, body, staff);
      return toStaffClientView((await this.queries.file(tx, id)) ?? refuse('CLIENT_NOT_FOUND'));
    });
  }

  @Post(':id/phones')
  @StaffRoute('clients.write')
  addOne(
    @CurrentStaff() by: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Body() body: AddPhoneBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<StaffClientView> {
    return this.idempotentWork.run(call, async (tx) => {
      if (body.shared !== true) await this.#mindOthers(tx, id, body.phone);
      await this.addPhone.execute(tx, { customerId: id, by, ...body });
      return toStaffClientView((await this.queries.file(tx, id)) ?? refuse('CLIENT_NOT_FOUND'));
    });
  }

  @Delete(':id/phones/:phoneId')
  @HttpCode(204)
  @StaffRoute('clients.write')
  removeOne(
    @Param('id', IdPipe) id: string,
    @Param('phoneId', IdPipe) phoneId: string,
    @CurrentStaff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.removePhone.execute(staff, id, phoneId);
  }

  /** A phone in the clear, the main one unless told; who asked and why is kept. */
  @Post(':id/reveal-phone')
  @HttpCode(200)
  @StaffRoute('clients.reveal-phone')
  async reveal(
    @Param('id', IdPipe) id: string,
    @Body() body: RevealPhoneBody,
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
  ): Promise<RevealedPhone> {
    const asked = { customerId: id, reason: body.reason.trim(), phoneId: body.phoneId };
    return { phone: await this.revealPhone.execute(staff, asked, call) };
  }

  /** A mail address, WeChat name or address in the clear; who asked and why is kept. */
  @Post(':id/reveal-contact')
  @HttpCode(200)
  @StaffRoute('clients.reveal-phone')
  async revealOne(
    @Param('id', IdPipe) id: string,
    @Body() { detail, reason }: RevealContactBody,
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
  ): Promise<RevealedContact> {
    const asked = { customerId: id, detail, reason: reason.trim() };
    return { value: await this.revealContact.execute(staff, asked, call) };
  }

  /** @throws Refusal PHONE_ON_OTHER_FILE with `holders`, where somebody else has the phone and she does not */
  async #mindOthers(reader: Reader, id: string, phone: string): Promise<void> {
    const found = await this.queries.findByPhone(reader, readPhone(phone));
    if (found.length === 0 || found.some(({ customerId }) => customerId === id)) return;
    const holders = found.map(({ customerId, name, memberNo }) => ({
      ...{ id: customerId, name, memberNo },
    }));
    refuse('PHONE_ON_OTHER_FILE', { extras: { holders } });
  }
}
