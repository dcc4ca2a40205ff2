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
import { CarePlans1760000000036 } from './0036-care-plans.js';
import { Treatments1760000000037 } from './0037-treatments.js';
import { Imports1760000000038 } from './0038-imports.js';
import { SealedWords1760000000039 } from './0039-sealed-words.js';
import { ClientView1760000000040 } from './0040-client-view.js';
import { Assessments1760000000041 } from './0041-assessments.js';
import { FileMerges1760000000042 } from './0042-file-merges.js';
import { Exports1760000000043 } from './0043-exports.js';
import { AuditChain1760000000044 } from './0044-audit-chain.js';
import { ImportOpenings1760000000045 } from './0045-import-openings.js';
import { Consents1760000000046 } from './0046-consents.js';
import { FileCompleteness1760000000048 } from './0048-file-completeness.js';
import { Duplicates1760000000049 } from './0049-duplicates.js';
import { ClientStanding1760000000050 } from './0050-client-standing.js';
import { ClientLists1760000000051 } from './0051-client-lists.js';
import { OccasionsFamily1760000000052 } from './0052-occasions-family.js';
import { Questionnaires1760000000053 } from './0053-questionnaires.js';
import { TagRules1760000000054 } from './0054-tag-rules.js';
import { SealedReasons1760000000055 } from './0055-sealed-reasons.js';
import { SearchLines1760000000056 } from './0056-search-lines.js';
import { MemberLines1760000000057 } from './0057-member-lines.js';
import { OverrideOfUses1760000000058 } from './0058-override-of-uses.js';
import { TimeLineReads1760000000060 } from './0060-time-line-reads.js';
import { SharedPhones1760000000061 } from './0061-shared-phones.js';
import { HealthTags1760000000062 } from './0062-health-tags.js';
import { WithdrawnFiles1760000000063 } from './0063-withdrawn-files.js';
import { NoHealthTags1760000000064 } from './0064-no-health-tags.js';
import { ConsentsOfJoinedFiles1760000000066 } from './0066-consents-of-joined-files.js';
import { OverrideOfRewards1760000000067 } from './0067-override-of-rewards.js';
import { ShiftPlans1760000000070 } from './0070-shift-plans.js';
import { VisitReminders1760000000072 } from './0072-visit-reminders.js';
import { CalendarFeeds1760000000073 } from './0073-calendar-feeds.js';
import { Answers1760000000074 } from './0074-answers.js';
import { BookingHistory1760000000075 } from './0075-booking-history.js';
import { ShiftRequests1760000000078 } from './0078-shift-requests.js';
import { Qualifications1760000000079 } from './0079-qualifications.js';
import { Turns1760000000081 } from './0081-turns.js';
import { FairShares1760000000083 } from './0083-fair-shares.js';
import { PeakTimes1760000000084 } from './0084-peak-times.js';
import { VisitFeedback1760000000087 } from './0087-visit-feedback.js';

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
  CarePlans1760000000036,
  Treatments1760000000037,
  Imports1760000000038,
  SealedWords1760000000039,
  ClientView1760000000040,
  Assessments1760000000041,
  FileMerges1760000000042,
  Exports1760000000043,
  AuditChain1760000000044,
  ImportOpenings1760000000045,
  Consents1760000000046,
  FileCompleteness1760000000048,
  Duplicates1760000000049,
  ClientStanding1760000000050,
  ClientLists1760000000051,
  OccasionsFamily1760000000052,
  Questionnaires1760000000053,
  TagRules1760000000054,
  SealedReasons1760000000055,
  SearchLines1760000000056,
  MemberLines1760000000057,
  OverrideOfUses1760000000058,
  TimeLineReads1760000000060,
  SharedPhones1760000000061,
  HealthTags1760000000062,
  WithdrawnFiles1760000000063,
  NoHealthTags1760000000064,
  ConsentsOfJoinedFiles1760000000066,
  OverrideOfRewards1760000000067,
  ShiftPlans1760000000070,
  VisitReminders1760000000072,
  CalendarFeeds1760000000073,
  Answers1760000000074,
  BookingHistory1760000000075,
  ShiftRequests1760000000078,
  Qualifications1760000000079,
  Turns1760000000081,
  FairShares1760000000083,
  PeakTimes1760000000084,
  VisitFeedback1760000000087,
];
