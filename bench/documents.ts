import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeDocx, paragraph, run } from '../host/import/testing/make-docx.ts';
import { makeEpub } from '../host/import/testing/make-epub.ts';
import type { Bench, Figure } from './figure.ts';
import { median, runNode } from './measure.ts';
import { printPdfs, settings } from './print-pdf.ts';
import { readParagraphs } from './real-paragraphs.ts';

const program = join(import.meta.dirname, 'read-document.ts');
const READ_LIMIT_MS = 120_000;
const outputSchema = z.object({ ms: z.number(), peakKb: z.number(), paragraphs: z.array(z.string()), pages: z.number() });
type Output = z.infer<typeof outputSchema>;

/** Words on a page of a book, and of a letter-sized report. */
const WORDS = { bookPage: 300, reportPage: 500, pdfPage: 550 };
const PARAGRAPHS_MEASURED = 190;
const ROUNDS_AT_MOST = 5;

async function readOnce(file: string): Promise<Output> {
  const { stdout } = await runNode(['--disable-warning=ExperimentalWarning', program, file], READ_LIMIT_MS);
  return outputSchema.parse(JSON.parse(stdout));
}

/** What a plain read of the same bytes costs: the process itself. */
async function readFileOnly(file: string): Promise<number> {
  const { stdout } = await runNode(['-e', `const t=performance.now();require('node:fs').readFileSync(${JSON.stringify(file)});console.log(performance.now()-t)`], READ_LIMIT_MS);
  return Number(stdout);
}

/** Sentences of Latin letters that end as sentences do: what a generated file can hold, whatever fonts there are. */
const isPlain = (text: string) => /^[\x20-\x7e\u00a0-\u00ff\u2010-\u2026€]*$/.test(text) && /[.!?"”]$/.test(text) && text.split(' ').length > 12 && text.length < 1_200;

async function exactFigures(paragraphs: readonly string[], folder: string): Promise<readonly Figure[]> {
  const wanted = [...new Set(paragraphs.map((text) => text.trim().replace(/\s+/g, ' ').normalize('NFC')).filter(isPlain))].slice(0, PARAGRAPHS_MEASURED);
  const figures: Figure[] = [];
  for (const [name, bytes] of await printPdfs(wanted, settings)) {
    const file = join(folder, `${name}.pdf`);
    await writeFile(file, bytes);
    const { paragraphs: found } = await readOnce(file);
    const [truth, read] = [new Set(wanted), new Set(found)];
    const wrong = (all: readonly string[], right: ReadonlySet<string>) => (100 * all.filter((each) => !right.has(each)).length) / Math.max(1, all.length);
    figures.push(
      { figure: `PDF, ${name}: paragraphs read that are none (1 − precision)`, value: wrong(found, truth), baseline: 0, unit: '%', against: '–', goal: 4 },
      { figure: `PDF, ${name}: paragraphs not read exactly (1 − recall)`, value: wrong(wanted, read), baseline: 0, unit: '%', against: '–', goal: 1 },
    );
  }
  return figures;
}

async function timeFigures(name: string, file: string, rounds: number): Promise<readonly Figure[]> {
  const runs: Output[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    runs.push(await readOnce(file));
    plain.push(await readFileOnly(file));
  }
  return [
    { figure: `${name}: time`, value: median(runs.map(({ ms }) => ms)), baseline: median(plain), unit: 'ms', against: 'reading the file', goal: null },
    { figure: `${name}: most memory`, value: median(runs.map(({ peakKb }) => peakKb)), baseline: 0, unit: 'kB', against: '–', goal: 600 * 1024 },
  ];
}

/** Documents: paragraphs of generated PDF files, and how long large ones take. */
export const documents: Bench = async ({ rounds: wanted, isQuick, folder, tell }) => {
  const rounds = Math.min(wanted, ROUNDS_AT_MOST);
  const size = isQuick ? 0.1 : 1;
  const paragraphs = (await readParagraphs(300 * WORDS.pdfPage, tell)).map((text) => text.replace(/\s+/g, ' ')).filter((text) => text !== '');
  tell('paragraphs of PDF files …');
  const exact = await exactFigures(paragraphs, folder);
  tell('large documents …');
  const words = (count: number) => {
    const taken: string[] = [];
    for (let at = 0, left = count * size; left > 0; at += 1) {
      const text = paragraphs[at % paragraphs.length] ?? '';
      taken.push(text);
      left -= text.split(' ').length;
    }
    return taken;
  };
  const files = { pdf: join(folder, 'large.pdf'), epub: join(folder, 'large.epub'), docx: join(folder, 'large.docx') };
  const printed = await printPdfs(words(300 * WORDS.pdfPage), settings.slice(0, 1));
  await writeFile(files.pdf, printed.get('one column') ?? new Uint8Array());
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const chapters = Array.from({ length: 50 }, (_, chapter) => ({ name: `c${chapter}`, body: `<h1>Chapter ${chapter + 1}</h1>${words((1_000 / 50) * WORDS.bookPage).map((text) => `<p>${escaped(text)}</p>`).join('')}` }));
  await writeFile(files.epub, makeEpub({ chapters }));
  await writeFile(files.docx, makeDocx({ body: words(200 * WORDS.reportPage).map((text) => paragraph(run(escaped(text)))).join('') }));
  return [...exact, ...(await timeFigures('PDF of 300 pages', files.pdf, rounds)), ...(await timeFigures('EPUB of 1,000 pages', files.epub, rounds)), ...(await timeFigures('Word document of 200 pages', files.docx, rounds))];
};
