import encodeQR from 'qr';

/** Quiet modules around a code, as the standard asks for. */
const QUIET = 4;

export interface QrDrawing {
  /** Modules on a side, the quiet ones included. */
  size: number;
  /** The dark modules as one SVG path; runs of a row are one piece. */
  path: string;
}

/** A QR code of digits, drawn on the phone. */
export function qrOfDigits(digits: string): QrDrawing {
  const rows = encodeQR(digits, 'raw', { ecc: 'medium', encoding: 'numeric', border: QUIET });
  return { size: rows.length, path: rows.map(rowPath).join('') };
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  let from = -1;
  for (let x = 0; x <= row.length; x += 1) {
    const dark = row[x] === true;
    if (dark && from < 0) from = x;
    if (!dark && from >= 0) {
      path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
      from = -1;
    }
  }
  return path;
}
