import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AuditTrail } from '../../../../platform/audit/index.js';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { UnitOfWork } from '../../../../platform/database/index.js';
import { refuseField } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { readsPapersByName } from '../../rules/papers-by-name.js';
import { GiveConsent } from '../give-consent.js';
import { WithdrawConsent } from '../withdraw-consent.js';
import { ConsentScreens } from './consent-screens.js';
import {
  ConsentProofDto,
  ConsentSheetDto,
  ConsentsQueryDto,
  GiveConsentInShopDto,
  WithdrawConsentDto,
} from './dto/consent.dto.js';

/** A client's consents at the salon: given on its screen or on paper, and taken back on her word. */
@Controller('staff/clients/:id/consents')
export class StaffConsentsController {
  constructor(
    private readonly idempotent: IdempotentWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly giveConsent: GiveConsent,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly screens: ConsentScreens,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @StaffRoute('clients.read')
  list(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Query() { serviceIds }: ConsentsQueryDto,
  ): Promise<ConsentSheetDto> {
    return this.screens.sheet(customerId, serviceIds?.split(','), readsPapersByName(staff));
  }

  /** The words, the signature and who signed; whoever looks is written down. */
  @Get(':consentId')
  @StaffRoute('consents.record')
  proof(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Param('consentId', IdPipe) consentId: string,
  ): Promise<ConsentProofDto> {
    return this.unitOfWork.run(async (tx) => {
      const proof = await this.screens.proof(tx, customerId, consentId);
      const subject = { kind: 'consent', id: consentId };
      await this.audit.record(tx, { actor: staff, action: 'consent.read', subject });
      return proof;
    });
  }

  /** Signed on the salon's screen, or on a numbered paper. */
  @Post()
  @HttpCode(200)
  @StaffRoute('consents.record')
  async give(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: GiveConsentInShopDto,
  ): Promise<ConsentSheetDto> {
    if ((body.signature === undefined) === (body.paperNo === undefined))
      refuseField('signature', '请在屏幕上签名，或填写纸质同意书的编号');
    await this.idempotent.run(call, async (tx) => {
      await this.giveConsent.execute(tx, staff, customerId, body);
      return {};
    });
    return this.screens.sheet(customerId);
  }

  /** On the client's word. */
  @Post('withdraw')
  @HttpCode(200)
  @StaffRoute('consents.record')
  async withdraw(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent() call: IdempotentCall,
    @Body() { kind }: WithdrawConsentDto,
  ): Promise<ConsentSheetDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.withdrawConsent.execute(tx, staff, customerId, kind);
      return {};
    });
    return this.screens.sheet(customerId);
  }
}
