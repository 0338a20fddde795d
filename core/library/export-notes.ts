import type { ArticleId } from '../base/ids.ts';
import { fail, type Result } from '../base/result.ts';
import type { Arrangement } from '../export/notes-outline.ts';
import type { ExportedFile } from '../export/to-markdown.ts';
import type { LibraryStore } from './ports.ts';

export async function exportNotes(_store: LibraryStore, _ids: readonly ArticleId[], _arrangement: Arrangement): Promise<Result<readonly ExportedFile[]>> {
  return fail({ code: 'internal' });
}
