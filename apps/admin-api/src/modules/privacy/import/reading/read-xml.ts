import { setImmediate as nextTurn } from 'node:timers/promises';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { UnreadableSheet } from './cells.js';

/** What is heard of a document; names come without their prefix. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Tells a listener what a document holds, piece by piece. A document type is refused where it begins: no entity of the
 * file's own is ever read, and none from elsewhere.
 * @throws UnreadableSheet `doctype`, `broken`, and whatever the listener throws
 */
export async function readXml(
  pieces: AsyncIterable<Buffer>,
  { open, close, text }: XmlListener,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new UnreadableSheet('doctype');
  });
  parser.on('error', () => {
    throw new UnreadableSheet('broken');
  });
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  if (close) parser.on('closetag', ({ name }) => close(localName(name)));
  if (text) parser.on('text', text);
  const decoder = new StringDecoder('utf8');
  for await (const piece of pieces) {
    parser.write(decoder.write(piece));
    // Others wait for this process too.
    await nextTurn();
  }
  parser.write(decoder.end()).close();
}
