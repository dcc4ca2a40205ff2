import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import type { ExportSight } from '../read-exports.js';
import type { ExportDto, ExportFilterDto } from './dto/export.dto.js';

const at = (when: Date | null): string | null => when && toRfc3339(when, HOME_ZONE);

const filterOf = ({ tagIds, ...filter }: ExportSight['one']['filter']): ExportFilterDto =>
  tagIds === undefined ? filter : { ...filter, tagIds: [...tagIds] };

export function presentExport({ one, ...sight }: ExportSight): ExportDto {
  return {
    ...{ id: one.id, storeId: one.storeId, kind: one.kind, format: one.format, state: one.state },
    ...{ columns: [...one.columns], filter: filterOf(one.filter), withPhones: one.withPhones },
    ...{ expectedRows: one.expectedRows, reason: sight.reason, phonesReason: sight.phonesReason },
    ...{ requestedBy: one.requestedByName, requestedAt: toRfc3339(one.requestedAt, HOME_ZONE) },
    ...{ decidedBy: one.decidedByName, decidedAt: at(one.decidedAt) },
    ...{ declineReason: sight.declineReason, rows: one.rowCount, bytes: one.fileBytes },
    ...{ readyAt: at(one.readyAt), closesAt: toRfc3339(one.closesAt, HOME_ZONE) },
    ...{ downloads: one.downloads, mayDecide: sight.mayDecide, isOwn: sight.isOwn },
  };
}
