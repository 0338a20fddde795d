import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/chromium.js';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const HEADING_EVERY = 20;

/** How a generated file is set. */
export type Setting = { readonly name: string; readonly css: string };
export const settings: readonly Setting[] = [
  { name: 'one column', css: 'p{margin:0 0 .6em}' },
  { name: 'two columns', css: 'body{column-count:2;column-gap:24pt}h1{column-span:all}p{margin:0 0 .6em}' },
  { name: 'one column, indented', css: 'p{margin:0;text-indent:1.5em}' },
];

const pageOf = (paragraphs: readonly string[], css: string) => {
  const body = paragraphs.map((paragraph, at) => `${at % HEADING_EVERY === HEADING_EVERY - 1 ? `<h2>Part ${at}</h2>` : ''}<p>${escaped(paragraph)}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>Two Navies</title><style>body{font:11pt/1.4 serif;text-align:justify;hyphens:auto}${css}</style></head><body><h1>Two Navies</h1>${body}</body></html>`;
};

/** Prints paragraphs into PDF files with running heads and page numbers, one for each setting. */
export async function printPdfs(paragraphs: readonly string[], wanted: readonly Setting[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  try {
    const page = await browser.newPage();
    const files = new Map<string, Uint8Array>();
    for (const { name, css } of wanted) {
      await page.setContent(pageOf(paragraphs, css));
      const line = (inside: string) => `<div style="font-size:8pt;width:100%;text-align:center">${inside}</div>`;
      const pdf = await page.pdf({ format: 'A4', margin: { top: '22mm', bottom: '22mm', left: '25mm', right: '25mm' }, displayHeaderFooter: true, headerTemplate: line('The Quarterly Review of Navies'), footerTemplate: line('<span class="pageNumber"></span>'), outline: true, tagged: true });
      files.set(name, new Uint8Array(pdf));
    }
    return files;
  } finally {
    await browser.close();
  }
}
