import { toRfc3339 } from '../../../platform/clock/index.js';
import type { TreatmentContents } from '../rules/contents.js';
import type { TreatmentTemplate } from '../data/templates.js';
import type { OpenRecord, OpenVersion } from '../treatment-queries.js';
import type { TreatmentTemplateDto } from './dto/template.dto.js';
import type {
  ClientTreatmentDto,
  TreatmentContentsDto,
  TreatmentRecordDto,
  TreatmentVersionDto,
} from './dto/treatment.dto.js';

/** What a record says, for those who treat. */
export function presentContents({
  reason: _why,
  houseWords: _plain,
  ...shown
}: TreatmentContents): TreatmentContentsDto {
  return {
    ...shown,
    done: shown.done.map((one) => ({ ...one, parameters: [...one.parameters] })),
    products: [...shown.products],
    deviatesFrom: [...shown.deviatesFrom],
  };
}

export function presentVersion(
  { version, contents, byName, at }: OpenVersion,
  zone: string,
): TreatmentVersionDto {
  const reason = contents.reason;
  return { version, contents: presentContents(contents), reason, byName, at: toRfc3339(at, zone) };
}

export function presentRecord(record: OpenRecord): TreatmentRecordDto {
  const { id, appointmentId, storeName, version, now } = record;
  return {
    ...{ id, appointmentId, storeName, version, byName: now.byName },
    visitedAt: toRfc3339(record.visitedAt, record.timeZone),
    contents: presentContents(now.contents),
    closed: record.isClosed,
  };
}

/** Without what is for colleagues and without who wrote it. */
export function presentToClient(record: OpenRecord): ClientTreatmentDto {
  const { id, appointmentId, storeName, visitedAt, timeZone, isClosed: closed } = record;
  const { done, products, reaction, reactionWords, advice, homeCare, nextOn } = presentContents(
    record.now.contents,
  );
  return {
    ...{ id, appointmentId, storeName, visitedAt: toRfc3339(visitedAt, timeZone) },
    ...{ done, products, reaction, reactionWords, advice, homeCare, nextOn },
    closed,
  };
}

/** A service's template; where none was set up, one that suggests nothing. */
export function presentTemplate(
  serviceId: string,
  template: TreatmentTemplate | undefined,
): TreatmentTemplateDto {
  const nothing = { parameters: [], products: [], advice: '', homeCare: '', nextAfterDays: null };
  if (!template) return { serviceId, version: 0, ...nothing, recordFirst: false, byName: null };
  const { version, parameters, products, advice, homeCare, nextAfterDays, byName } = template;
  const { recordFirst } = template;
  return {
    ...{ serviceId, version, advice, homeCare, nextAfterDays, byName },
    recordFirst,
    ...{ parameters: [...parameters], products: [...products] },
  };
}
