/** Yuan with at most two decimals: `1,280`, `¥99.5`, `1280元`. */
const YUAN = /^[¥￥]?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2})0*)?元?$/;

/** An amount as people write it, in fen; undefined when it is none. */
export function readYuan(written: string): number | undefined {
  const text = written.normalize('NFKC').replace(/\s/g, '');
  const [, yuan, decimals = ''] = YUAN.exec(text) ?? [];
  if (yuan === undefined) return undefined;
  return Number(yuan.replaceAll(',', '')) * 100 + Number(decimals.padEnd(2, '0'));
}
