import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { Readable } from 'node:stream';
import { SHEET_LIMITS, UnreadableSheet } from './cells.js';

/** A packed workbook: its parts by name, each read as a stream within the limits. */
export interface Archive {
  has(name: string): boolean;
  /** The bytes of a part, unpacked piece by piece. @throws UnreadableSheet, also while it is read */
  read(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

const openArchive = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, file) =>
      error ? reject(new UnreadableSheet('broken')) : resolve(file),
    );
  });

const entriesOf = (file: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    const broken = (): void => reject(new UnreadableSheet('broken'));
    file.on('error', broken);
    file.on('end', () => resolve(entries));
    file.on('entry', (entry: Entry) => {
      if (entry.isEncrypted()) return reject(new UnreadableSheet('locked'));
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.readEntry();
  });

const streamOf = (file: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) =>
      error ? reject(new UnreadableSheet('broken')) : resolve(stream),
    );
  });

/**
 * Opens a zip archive and looks at what it says of itself before anything is unpacked.
 * @throws UnreadableSheet `too_large` when it would unpack to more than may be read, `locked`, `broken`
 */
export async function openZip(bytes: Buffer): Promise<Archive> {
  const file = await openArchive(bytes);
  if (file.entryCount > SHEET_LIMITS.entries) throw new UnreadableSheet('too_large');
  const entries = await entriesOf(file);
  let left: number = SHEET_LIMITS.unpackedBytes;
  return {
    has: (name) => entries.has(name),
    close: () => file.close(),
    async *read(name) {
      const entry = entries.get(name);
      if (!entry) throw new UnreadableSheet('broken');
      if (entry.uncompressedSize > left) throw new UnreadableSheet('too_large');
      const stream = await streamOf(file, entry);
      try {
        for await (const piece of stream) {
          const part = piece as Buffer;
          // What an archive says of its sizes may be a lie: what comes out is counted.
          left -= part.length;
          if (left < 0) throw new UnreadableSheet('too_large');
          yield part;
        }
      } catch (error) {
        throw error instanceof UnreadableSheet ? error : new UnreadableSheet('broken');
      } finally {
        stream.destroy();
      }
    },
  };
}
