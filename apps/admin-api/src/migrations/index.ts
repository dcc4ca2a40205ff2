import type { MigrationInterface } from 'typeorm';
import { Platform1760000000001 } from './0001-platform.js';
import { Identity1760000000002 } from './0002-identity.js';
import { Customers1760000000003 } from './0003-customers.js';
import { StoresStaffCatalog1760000000004 } from './0004-stores-staff-catalog.js';
import { Scheduling1760000000005 } from './0005-scheduling.js';
import { Appointments1760000000006 } from './0006-appointments.js';
import { Notifications1760000000007 } from './0007-notifications.js';
import { IdentityLinks1760000000008 } from './0008-identity-links.js';
import { SetupVersion1760000000009 } from './0009-setup-version.js';
import { Ledger1760000000010 } from './0010-ledger.js';
import { Payments1760000000011 } from './0011-payments.js';
import { Membership1760000000012 } from './0012-membership.js';
import { LedgerReads1760000000013 } from './0013-ledger-reads.js';
import { Packages1760000000014 } from './0014-packages.js';
import { TiersPoints1760000000015 } from './0015-tiers-points.js';
import { Coupons1760000000016 } from './0016-coupons.js';
import { Products1760000000017 } from './0017-products.js';
import { Checkout1760000000018 } from './0018-checkout.js';
import { StoredValueOrigins1760000000020 } from './0020-stored-value-origins.js';
import { PackageOwners1760000000024 } from './0024-package-owners.js';
import { BillBenefits1760000000025 } from './0025-bill-benefits.js';
import { BillPoints1760000000026 } from './0026-bill-points.js';
import { Marketing1760000000028 } from './0028-marketing.js';
import { BillCards1760000000029 } from './0029-bill-cards.js';
import { CouponMessages1760000000030 } from './0030-coupon-messages.js';
import { RefundsByHand1760000000031 } from './0031-refunds-by-hand.js';
import { OneConsent1760000000032 } from './0032-one-consent.js';
import { SeenAndCounted1760000000033 } from './0033-seen-and-counted.js';
import { ClientFile1760000000034 } from './0034-client-file.js';
import { Health1760000000035 } from './0035-health.js';
import { Treatments1760000000037 } from './0037-treatments.js';
import { Imports1760000000038 } from './0038-imports.js';
import { SealedWords1760000000039 } from './0039-sealed-words.js';
import { ClientView1760000000040 } from './0040-client-view.js';
import { FileMerges1760000000042 } from './0042-file-merges.js';
import { AuditChain1760000000044 } from './0044-audit-chain.js';
import { ImportOpenings1760000000045 } from './0045-import-openings.js';
import { ClientStanding1760000000050 } from './0050-client-standing.js';

/** Every migration, in the order in which they run. Classes, not file patterns, so that the build sees them. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [
  Platform1760000000001,
  Identity1760000000002,
  Customers1760000000003,
  StoresStaffCatalog1760000000004,
  Scheduling1760000000005,
  Appointments1760000000006,
  Notifications1760000000007,
  IdentityLinks1760000000008,
  SetupVersion1760000000009,
  Ledger1760000000010,
  Payments1760000000011,
  Membership1760000000012,
  LedgerReads1760000000013,
  Packages1760000000014,
  TiersPoints1760000000015,
  Coupons1760000000016,
  Products1760000000017,
  Checkout1760000000018,
  StoredValueOrigins1760000000020,
  PackageOwners1760000000024,
  BillBenefits1760000000025,
  BillPoints1760000000026,
  Marketing1760000000028,
  BillCards1760000000029,
  CouponMessages1760000000030,
  RefundsByHand1760000000031,
  OneConsent1760000000032,
  SeenAndCounted1760000000033,
  ClientFile1760000000034,
  Health1760000000035,
  Treatments1760000000037,
  Imports1760000000038,
  SealedWords1760000000039,
  ClientView1760000000040,
  FileMerges1760000000042,
  AuditChain1760000000044,
  ImportOpenings1760000000045,
  ClientStanding1760000000050,
];
