import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../core/article/blocks.ts';
import { readSource } from './read-source.ts';
import { pngOf } from './testing/png-of.ts';

const read = (lines: readonly string[]) => readSource({ name: 'mail.eml', bytes: Buffer.from(lines.join('\r\n'), 'utf8'), origin: 'file', mediaType: null });
const read1 = async (lines: readonly string[]) => {
  const answer = await read(lines);
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value;
};
const head = ['From: "Example, Ann" <ann@example.org>, bob@example.org', 'To: me@example.org', 'Subject: =?utf-8?q?Two_towns_=E2=80=93_a_note?=', 'Date: Wed, 24 Nov 2021 21:11:00 +0200', 'MIME-Version: 1.0'];

describe('a mail', () => {
  it('gives its headers as title, byline and date, and its text', async () => {
    const article = await read1([...head, 'Content-Type: text/plain; charset=utf-8', '', 'Dear all,', '', 'The café has closed.', '', '> We thought so.', '> > So did I.', '', 'Ann']);
    expect(article).toMatchObject({ mediaType: 'message/rfc822', extension: 'eml', encoding: null, details: { title: 'Two towns – a note', byline: 'Example, Ann, bob@example.org', published: '2021-11-24T19:11:00.000Z' } });
    expect(article.blocks).toMatchObject([{ kind: 'title' }, { kind: 'paragraph', leaf: { text: 'Dear all,' } }, { kind: 'paragraph' }, { kind: 'quote', blocks: [{ kind: 'paragraph' }, { kind: 'quote' }] }, { kind: 'paragraph', leaf: { text: 'Ann' } }]);
  });

  it('prefers the markup of alternatives, shows its images and lists what was sent along', async () => {
    const article = await read1([
      ...head, 'Content-Type: multipart/mixed; boundary=m', '', '--m', 'Content-Type: multipart/related; boundary=r', '', '--r', 'Content-Type: multipart/alternative; boundary=a', '',
      '--a', 'Content-Type: text/plain', '', 'Plain.', '--a', 'Content-Type: text/html; charset=utf-8', '', '<table><tr><td><p>The <b>café</b> has closed.</p><img src="cid:pic@x" alt="A ship"><script>alert(1)</script></td></tr></table>', '--a--',
      '--r', 'Content-Type: image/png', 'Content-ID: <pic@x>', 'Content-Transfer-Encoding: base64', '', Buffer.from(pngOf(640, 480)).toString('base64'), '--r--',
      '--m', 'Content-Type: application/pdf; name="report.pdf"', 'Content-Disposition: attachment; filename="re port.pdf"', '', 'x', '--m--',
    ]);
    expect(article.blocks).toMatchObject([
      { kind: 'title' }, { kind: 'paragraph', leaf: { text: 'The café has closed.', marks: [{ kind: 'strong' }] } }, { kind: 'figure', images: [{ alt: 'A ship' }] },
      { kind: 'aside', reason: 'other', blocks: [{ kind: 'list', items: [[{ leaf: { text: 're port.pdf' } }]] }] },
    ]);
    expect(article.assets).toHaveLength(1);
    expect(article.blocks.flatMap(leavesOf).map((leaf) => leaf.text).join()).not.toContain('alert');
  });

  it.each([
    ['has no text', [...head, '', '  ']],
    ['is only an attachment', [...head, 'Content-Type: application/pdf', '', 'x']],
    ['is headers alone', head],
  ])('that %s says so', async (_, lines) => expect(await read(lines)).toMatchObject({ ok: false, fault: { code: 'article-without-text' } }));

  it('goes over a limit with its fault', async () => {
    const nested = Array.from({ length: 100 }, (_, index) => [`Content-Type: multipart/mixed; boundary=b${index}x`, '', `--b${index}x`]).flat();
    expect(await read([...head, ...nested])).toMatchObject({ ok: false, fault: { code: 'import-failed', name: 'mail.eml' } });
  });

  it('reads a mail without a single header as its text', async () => expect((await read1(['', 'Only text.'])).blocks).toMatchObject([{ kind: 'paragraph', leaf: { text: 'Only text.' } }]));
});
