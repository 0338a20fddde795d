import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportMessages } from '../text/library-messages.ts';
import { exportNotes, packFiles } from './export-notes.ts';
import { makeLibraryWindow } from './testing/library-window.ts';

describe('packFiles', () => {
  it('gives one file as it is', async () => {
    const packed = await packFiles([{ name: 'Roadmap.md', markdown: '# Été\n' }]);
    expect(packed?.name).toBe('Roadmap.md');
    expect(await packed?.blob.text()).toBe('# Été\n');
  });

  it('gives several in an archive, each whole', async () => {
    const files = [{ name: 'Roadmap.md', markdown: '# One\n' }, { name: 'Été.md', markdown: '# Deux\n' }];
    const packed = await packFiles(files);
    const unzipped = unzipSync(new Uint8Array((await packed?.blob.arrayBuffer()) ?? new ArrayBuffer()));
    expect(packed?.name).toBe(exportMessages.archiveName);
    expect(Object.entries(unzipped).map(([name, bytes]) => ({ name, markdown: strFromU8(bytes) }))).toEqual(files);
  });

  it('gives nothing for no files', async () => expect(await packFiles([])).toBeNull());
});

describe('exportNotes', () => {
  it.each(['library', 'article'] as const)('says so where there is no %s to export, and asks the library for nothing', async (scope) => {
    const { session, sent } = await makeLibraryWindow();
    await exportNotes(session, scope);
    expect(session.notices.getState().notices.map(({ text }) => text)).toEqual([exportMessages.nothing]);
    expect(sent).not.toContain('notes.exportMarkdown');
  });
});
