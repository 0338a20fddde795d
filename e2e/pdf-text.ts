import { execFileSync } from 'node:child_process';

/** The text of a PDF, white space as single spaces; null where the program that reads it (poppler's pdftotext) is not installed. */
export function pdfText(bytes: Uint8Array): string | null {
  try {
    return execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: bytes, encoding: 'utf8' }).replace(/\s+/g, ' ');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
