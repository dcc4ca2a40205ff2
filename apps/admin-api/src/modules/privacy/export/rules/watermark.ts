import { HOME_ZONE, localDate, toRfc3339 } from '../../../../platform/clock/index.js';

/** Whose copy a file is. */
export interface CopyOf {
  readonly exportId: string;
  readonly requestedBy: string;
  readonly decidedBy: string;
  readonly at: Date;
}

/** How an export is called among people: the end of its id. */
export const exportNo = (id: string): string => id.slice(-ID_END);
const ID_END = 8;
const MINUTE_END = '2026-01-01T00:00'.length;

/** Stands above and below the lines of a file, so that a copy says whose it is. */
export function watermark({ exportId, requestedBy, decidedBy, at }: CopyOf): string {
  const when = toRfc3339(at, HOME_ZONE).slice(0, MINUTE_END).replace('T', ' ');
  return `${requestedBy} 于 ${when} 导出，${decidedBy} 同意 · 编号 ${exportNo(exportId)} · 顾客个人信息，仅限约定用途，不得外传`;
}

/** Such as `顾客名单-王店长-20261122-5QX0ZK3A.csv`; what file systems do not take is left out of the name. */
export function fileNameOf(
  { exportId, requestedBy, at }: CopyOf,
  kind: string,
  extension: string,
): string {
  const who = requestedBy.replace(/[^\p{L}\p{N}]/gu, '');
  const day = localDate(at, HOME_ZONE).replaceAll('-', '');
  return `${kind}-${who}-${day}-${exportNo(exportId)}.${extension}`;
}
