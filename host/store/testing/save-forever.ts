import { createContent } from '../../../core/article/blocks.ts';
import { succeed } from '../../../core/base/result.ts';
import { openForTest, sampleArticle, sampleHighlight } from './fixtures.ts';

// Saves without end, and says so of every save once it was acknowledged. Whoever starts it kills it.
const [folder = ''] = process.argv.slice(2);
const { store } = await openForTest(folder);
const article = sampleArticle();
const say = (line: string) => process.stdout.write(`${line}\n`);
await store.createArticle(article);
say(`article ${article.id}`);

async function saveNotes(): Promise<void> {
  for (let count = 0; ; count += 1) {
    const note = `${article.id} ${count}`;
    const saved = await store.updateArticle(article.id, (present) => succeed({ next: { ...present, highlights: [...present.highlights, sampleHighlight(note)] }, answer: null }));
    if (saved.ok) say(`note ${note}`);
  }
}

async function saveTexts(): Promise<void> {
  for (let count = 0; ; count += 1) {
    const written = await store.writeContent(createContent([{ kind: 'paragraph', leaf: { id: 'p1', text: `${article.id} ${count}`, marks: [] } }]));
    if (written.ok) say(`content ${written.value}`);
  }
}

async function saveSettings(): Promise<void> {
  for (let count = 0; ; count += 1) {
    const saved = await store.updateSettings({ measure: 420 + (count % 500) });
    if (saved.ok) say(`measure ${saved.value.measure}`);
  }
}

await Promise.all([saveNotes(), saveTexts(), saveSettings()]);
