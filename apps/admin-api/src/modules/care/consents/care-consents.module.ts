import { Module } from '@nestjs/common';
import { CatalogModule } from '../../catalog/index.js';
import { CustomersModule } from '../../customers/index.js';
import { ConsentProofs } from './consent-proofs.js';
import { ConsentQueries } from './consent-queries.js';
import { GiveConsent } from './give-consent.js';
import { ClientConsentsController } from './http/client-consents.controller.js';
import { ConsentScreens } from './http/consent-screens.js';
import { StaffConsentTextsController } from './http/staff-consent-texts.controller.js';
import { StaffConsentsController } from './http/staff-consents.controller.js';
import { MoveConsents } from './move-consents.js';
import { NoticeGate } from './notice-gate.js';
import { PublishConsentText } from './publish-consent-text.js';
import { WithdrawConsent } from './withdraw-consent.js';

/** What clients agree to: separate consents, and the risk notices of services. */
@Module({
  imports: [CatalogModule, CustomersModule],
  controllers: [ClientConsentsController, StaffConsentsController, StaffConsentTextsController],
  providers: [
    ConsentProofs,
    ConsentQueries,
    ConsentScreens,
    GiveConsent,
    MoveConsents,
    NoticeGate,
    PublishConsentText,
    WithdrawConsent,
  ],
  exports: [
    ConsentProofs,
    ConsentQueries,
    ConsentScreens,
    GiveConsent,
    MoveConsents,
    NoticeGate,
    PublishConsentText,
  ],
})
export class CareConsentsModule {}
