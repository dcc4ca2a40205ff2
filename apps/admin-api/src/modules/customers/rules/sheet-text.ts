/** What spreadsheets leave where a formula has no result, as Excel and WPS write it. */
const ERROR =
  /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)$/i;

/** A text that came out of a spreadsheet and says nothing of anybody. */
export type SheetText = 'error' | 'formula';

/** Whether a text is an error or a formula of a spreadsheet, in wide characters too; undefined for what people write. */
export function sheetText(text: string): SheetText | undefined {
  const plain = text.normalize('NFKC').replace(/\p{C}/gu, '').trim();
  if (ERROR.test(plain)) return 'error';
  return plain.startsWith('=') ? 'formula' : undefined;
}
