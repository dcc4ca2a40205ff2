import type { LedgerVerdict } from '../../shared/api/contract';

const TABLES: Readonly<Record<string, string>> = {
  ledger_account: '账户',
  ledger_tx: '账目',
  ledger_posting: '借贷分录',
  account_line: '账户明细',
  ledger_hold: '冻结额度',
  lot: '储值批次',
  ledger_daily: '每日汇总',
  ledger_seal: '封存',
  seal_file: '封存的留底文件',
};

/** A table of the books as people call it. */
export const tableWord = (table: string): string => TABLES[table] ?? '账本';

/** How many rows were looked at, in the order in which they are checked. */
export function checkedRows({ checked }: LedgerVerdict): { name: string; count: number }[] {
  return [
    { name: '账目', count: checked.txs },
    { name: '借贷分录', count: checked.postings },
    { name: '账户', count: checked.accounts },
    { name: '账户明细', count: checked.lines },
    { name: '储值批次', count: checked.lots },
    { name: '冻结额度', count: checked.holds },
    { name: '每日汇总', count: checked.dailySums },
    { name: '封存', count: checked.seals },
  ];
}

/** `0.8 秒`, `1 分 5 秒`. */
export function tookLabel(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} 秒`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
}
