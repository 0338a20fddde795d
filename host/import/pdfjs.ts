import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Imported, it is found by pdf.js in this thread, which is a worker of ours already.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** Tables of characters for texts in Chinese, Japanese and Korean, which their files only name. Built, they lie beside this module. */
function tablesFolder(): string {
  const built = fileURLToPath(new URL('cmaps', import.meta.url));
  return `${existsSync(built) ? built : join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;
}

/** Opens a PDF to read its text. Nothing in it runs, no font or image of it is drawn, and nothing is fetched. Rejects with pdf.js's own errors. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    // pdf.js takes the bytes over.
    data: new Uint8Array(bytes), verbosity: 0, cMapUrl: tablesFolder(), cMapPacked: true, useSystemFonts: false, disableFontFace: true, enableXfa: false, useWorkerFetch: false, maxImageSize: 1, stopAtErrors: false, isOffscreenCanvasSupported: false, isImageDecoderSupported: false,
  }).promise;
}
