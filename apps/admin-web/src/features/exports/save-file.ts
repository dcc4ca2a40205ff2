import type { ClientExportFile } from '../../shared/api/contract';
import { saveBlob } from '../../shared/ui/save-blob';

/** Saves a file that came in an answer. */
export function saveFile({ fileName, mediaType, content }: ClientExportFile): void {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  saveBlob(new Blob([bytes], { type: mediaType }), fileName);
}
