import { sealsAfter, treeOf } from '../data/seals.js';
import { NO_HASH } from '../rules/canonical.js';
import { sealHash, sealLine, type Seal } from '../rules/seal.js';
import { sealNoOf, type ExportedLine, type SealFiles } from '../seal-files.js';
import type { SealKeys } from '../seal-keys.js';
import { bad, type Checking } from './verify-types.js';

const TABLE = 'ledger_seal';
const FILES = 'seal_file';

/** What the seals are checked against outside the database. */
export interface Outside {
  readonly keys: SealKeys;
  readonly files: SealFiles;
  /** The newest seal in the files when the check began: later ones are not in the stretch of time it looks at. */
  readonly newestInFiles: number;
}

/**
 * Every seal is whole, signed, on top of the one before, of exactly the entries that are there, and the same in the
 * exported files: entries, seals or lines that were taken away are missed here, even from the end.
 */
export async function checkSeals(checking: Checking, outside: Outside): Promise<void> {
  const lines = outside.files.lines();
  let last: Seal | undefined;
  for (;;) {
    const seals = await sealsAfter(checking.reader, last?.no ?? 0, checking.batch);
    if (seals.length === 0) break;
    for (const seal of seals) {
      checking.checked.seals += 1;
      await checkSeal(checking, outside.keys, seal, last);
      checkFile(seal, await nextLine(lines), outside.newestInFiles);
      last = seal;
    }
  }
  await requireNoMore(lines, last?.no ?? 0, outside.newestInFiles);
}

async function checkSeal(
  { reader, batch }: Checking,
  keys: SealKeys,
  seal: Seal,
  before: Seal | undefined,
): Promise<void> {
  if (seal.no !== (before?.no ?? 0) + 1) bad(TABLE, (before?.no ?? 0) + 1, '这一号封存不见了');
  if (!sealHash(seal).equals(seal.hash)) bad(TABLE, seal.no, '封存的内容与它的指纹不符');
  const key = keys.byId(seal.keyId);
  if (!key) bad(TABLE, seal.no, '不认识签署它的密钥，请把旧密钥也放进 YANCE_SEAL_KEY');
  if (!key.signed(seal.hash, seal.signature)) bad(TABLE, seal.no, '封存的签名不对');
  if (!seal.prevHash.equals(before?.hash ?? NO_HASH)) bad(TABLE, seal.no, '封存没有接在上一号之后');
  if (before && seal.from.getTime() !== before.to.getTime())
    bad(TABLE, seal.no, '封存的时间没有接在上一号之后');
  const tree = await treeOf(reader, seal.from, seal.to, batch);
  if (tree.count !== seal.txCount)
    bad(TABLE, seal.no, `封存时有 ${seal.txCount} 笔账，现在有 ${tree.count} 笔`);
  if (!tree.root().equals(seal.root)) bad(TABLE, seal.no, '封存之后，其中的账被改动过');
}

async function nextLine(lines: AsyncGenerator<ExportedLine>): Promise<ExportedLine | undefined> {
  const next = await lines.next();
  return next.done ? undefined : next.value;
}

function checkFile(seal: Seal, line: ExportedLine | undefined, newest: number): void {
  // The newest seal may be on its way into the file; files never miss more than that one.
  if (!line && seal.no > newest && seal.no <= newest + 1) return;
  if (!line) return bad(FILES, seal.no, `导出文件里没有第 ${seal.no} 号封存`);
  if (line.text !== sealLine(seal))
    bad(FILES, [line.file, line.lineNo], `与数据库里的第 ${seal.no} 号封存不符`);
}

async function requireNoMore(
  lines: AsyncGenerator<ExportedLine>,
  last: number,
  newest: number,
): Promise<void> {
  for await (const line of lines) {
    const no = sealNoOf(line.text);
    if (no === undefined) bad(FILES, [line.file, line.lineNo], '这一行不是封存记录');
    if (no > newest) return;
    if (no > last) bad(TABLE, no, '导出文件里有这一号封存，数据库里没有');
    bad(FILES, [line.file, line.lineNo], '这一号封存重复了');
  }
}
