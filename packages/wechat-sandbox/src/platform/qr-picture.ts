import { crc32, deflateSync } from 'node:zlib';

import encodeQr from 'qr';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const QUIET_MODULES = 4;

/** Draws a QR code as a black and white PNG. @param width pixels of a side */
export function qrPicture(text: string, width: number): Buffer {
  const modules = encodeQr(text, 'raw', { ecc: 'medium', border: QUIET_MODULES });
  const scale = Math.max(1, Math.floor(width / modules.length));
  const margin = Math.max(0, Math.floor((width - scale * modules.length) / 2));
  const side = Math.max(width, modules.length);
  const rows: Buffer[] = [];
  for (let y = 0; y < side; y += 1) {
    const line = modules[Math.floor((y - margin) / scale)];
    // The first byte of a row names its filter: none. A set bit is white.
    const row = Buffer.alloc(1 + Math.ceil(side / 8), 0xff).fill(0, 0, 1);
    for (let x = 0; x < side; x += 1) {
      if (line?.[Math.floor((x - margin) / scale)] === true) {
        const at = 1 + (x >> 3);
        row[at] = (row[at] ?? 0) & ~(0x80 >> (x & 7));
      }
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
