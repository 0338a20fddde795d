import { type Result, succeed } from '../base/result.ts';
import { PASTED_NAME, type Source } from '../import/source.ts';
import type { Library } from '../library/library.ts';
import type { Handlers, ImportRequest } from './contract.ts';

/** What a door brings to importing. `take` gives what is held under a handle; where there is nothing, or it was held for one taking, a fault. */
export type Uploads = { take(handle: string): Promise<Result<Source>>; encodeText(text: string): Uint8Array };

/** Every call of the contract, answered by a library. */
export function makeHandlers(library: Library, uploads: Uploads): Handlers {
  const sourceOf = async (request: ImportRequest): Promise<Result<Source>> =>
    request.kind === 'paste' ? succeed({ name: PASTED_NAME, bytes: uploads.encodeText(request.text), origin: 'paste', mediaType: request.mediaType }) : uploads.take(request.handle);
  return {
    library: {
      overview: () => library.overview(),
      edit: ({ edits }) => library.edit(edits),
      changeSettings: (change) => library.changeSettings(change),
      rescan: () => library.rescan(),
      letVanish: () => library.letVanish(),
      backUp: () => library.backUp(),
      useUsualBackupFolder: () => library.chooseBackupFolder(null),
      stopWatching: () => library.chooseWatchFolder(null),
      pairBrowser: () => library.pairBrowser(),
      forgetBrowser: ({ id }) => library.forgetBrowser(id),
      deleteForGood: ({ ids }) => library.deleteForGood(ids),
      reopen: () => library.reopen(),
    },
    articles: {
      open: ({ id }) => library.open(id),
      begin: ({ id }) => library.begin(id),
      read: ({ id }) => library.read(id),
      async import({ source: request, known }) {
        const source = await sourceOf(request);
        return source.ok ? library.importSource(source.value, known) : source;
      },
      importAddress: ({ url }) => library.importAddress(url),
      async importVersion({ id, source: request }) {
        const source = await sourceOf(request);
        return source.ok ? library.importVersion(id, source.value) : source;
      },
      recordReading: ({ id, ...reading }) => library.recordReading(id, reading),
      versions: ({ id }) => library.versions.list(id),
      readVersion: ({ id, rev }) => library.versions.read(id, rev),
      readText: ({ id, content }) => library.versions.readText(id, content),
      restoreVersion: ({ id, rev }) => library.versions.restore(id, rev),
    },
    readings: { take: ({ plan, skipped }) => library.takeReadings(plan, skipped) },
    notes: {
      exportMarkdown: (wish) => library.exportMarkdown(wish),
      highlightQuote: (request) => library.highlightQuote(request),
    },
    search: { find: (request) => library.find(request), count: ({ queries }) => library.count(queries) },
  };
}
