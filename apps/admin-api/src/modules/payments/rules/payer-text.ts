const LONGEST = 127;
/** WeChat takes characters of three bytes at most: no emoji nor what emoji leave behind, and nothing unseen. */
const REFUSED = /[\u{10000}-\u{10FFFF}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Mn}]|\p{Extended_Pictographic}/gu;

/** A text as WeChat Pay takes it for `description`. */
export function payerText(text: string): string {
  const kept = text.replace(REFUSED, '').trim();
  return kept === '' ? '到店消费' : kept.slice(0, LONGEST);
}
