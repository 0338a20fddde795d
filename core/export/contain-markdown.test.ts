import { describe, expect, it } from 'vitest';
import { containMarkdown } from './contain-markdown.ts';

describe('containMarkdown', () => {
  it.each([
    ['leaves a note as it was typed', '## My *own*\n\n- a\n- b\n\n    code', '## My *own*\n\n- a\n- b\n\n    code'],
    ['leaves a closed fence', '```\na\n```', '```\na\n```'],
    ['closes a fence', '```js\na', '```js\na\n```'],
    ['closes a long fence of tildes', '~~~~\na\n~~~', '~~~~\na\n~~~\n~~~~'],
    ['closes a comment', 'x\n\n<!-- y', 'x\n\n<!-- y\n-->'],
    ['closes a script', '<script>\nlet a;', '<script>\nlet a;\n</script>'],
    ['leaves a fence inside a list, which the list ends', '- ```\n  a', '- ```\n  a'],
    ['closes a comment of Obsidian', 'a %% b', 'a %% b\n%%'],
    ['leaves Obsidian’s marks in code', '`%%` and\n\n```\n$$\n```', '`%%` and\n\n```\n$$\n```'],
    ['closes a formula', '$$\na = b', '$$\na = b\n$$'],
    ['drops blank lines around it', '\n  \n\nx\n\n', 'x'],
    ['keeps an indent at its start', '\n    code', '    code'],
    ['makes nothing of nothing', ' \n\t\n', ''],
    ['ends lines as all the file does', 'a\r\nb\rc', 'a\nb\nc'],
  ])('%s', (_, note, contained) => expect(containMarkdown(note)).toBe(contained));

  it('fences a note that no reader of Markdown could follow', () => {
    const note = '>'.repeat(20_000);
    expect(containMarkdown(note)).toBe(`\`\`\`\n${note}\n\`\`\``);
  });
});
