import { join } from 'node:path';
import { homedir } from 'node:os';
import type { ListedVersion } from '../../core/article/version.ts';
import { type ArticleId, articleIdSchema } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { historyWords, versionChangeWords } from '../../core/messages/history-messages.ts';
import { displayFolder } from '../default-library.ts';
import { keyOf, namesIn } from '../store/library-layout.ts';
import { machineDisk } from '../store/machine-disk.ts';
import { isLibraryFolder } from '../store/open-store.ts';
import { asJson, type Command, ended, type Invocation, misused, type Outcome } from './command.ts';
import { problemWithIds } from './find-articles.ts';
import { parseWhole } from './parse-arguments.ts';
import { oneLine } from './terminal.ts';
import { type OpenLibrary, withLibrary } from './with-library.ts';

/** The article that is meant, be it there still or in the history alone. */
async function findId(folder: string, typed: string): Promise<Result<ArticleId>> {
  const { files } = machineDisk;
  const present = (await namesIn(files, join(folder, 'articles'))).flatMap((name) => keyOf('articles', name) ?? []);
  const wanted = typed.toLowerCase();
  const ids = new Set([...present, ...(await namesIn(files, join(folder, 'history')))].filter((id) => id.startsWith(wanted) || id.endsWith(wanted)));
  const found = [...ids].flatMap((id) => articleIdSchema.safeParse(id).data ?? []);
  const [id] = found;
  if (id === undefined) return fail({ code: 'article-missing', articleId: typed });
  return found.length === 1 ? succeed(id) : fail({ code: 'article-ambiguous', articleId: typed, count: found.length });
}

function line({ rev, timeMs, isPresent, changes }: ListedVersion): string {
  const words = changes === null ? historyWords.oldest : changes.map(versionChangeWords).join('; ') || historyWords.read;
  return `${String(rev).padStart(4)}  ${new Date(timeMs).toISOString().slice(0, 16).replace('T', ' ')}  ${isPresent ? `${historyWords.present}: ` : ''}${oneLine(words)}\n`;
}

async function list({ client }: OpenLibrary, { isJson, terminal }: Invocation, id: ArticleId): Promise<Outcome> {
  const versions = await client.articles.versions({ id });
  if (!versions.ok) return ended(versions.fault);
  if (!isJson) {
    await terminal.print(versions.value.map(line).join(''));
    return ended();
  }
  const told: unknown[] = [];
  for (const version of versions.value) {
    const article = await client.articles.readVersion({ id, rev: version.rev });
    told.push({ ...version, article: article.ok ? article.value : null });
  }
  await terminal.print(asJson(told));
  return ended();
}

async function restore({ client }: OpenLibrary, { isJson, terminal }: Invocation, version: { readonly id: ArticleId; readonly rev: number }): Promise<Outcome> {
  const restored = await client.articles.restoreVersion(version);
  if (!restored.ok) return ended(restored.fault);
  const { rev } = restored.value;
  await terminal.print(isJson ? asJson({ restored: version.rev, rev }) : `${historyWords.restored(version.rev, rev)}\n`);
  return ended();
}

async function run(invocation: Invocation): Promise<Outcome> {
  const { given, folder } = invocation;
  const [typedId, extra] = given.positionals;
  if (typedId === undefined) return misused({ kind: 'argument-missing', wanted: 'the ID of an article' });
  if (extra !== undefined) return misused({ kind: 'argument-unwanted', given: extra });
  const problem = problemWithIds([typedId]);
  if (problem) return misused(problem);
  const typedRev = given.text('restore');
  const rev = typedRev === undefined ? undefined : parseWhole(typedRev, 1, 999_999_999);
  if (rev === null) return misused({ kind: 'value-wrong', option: '--restore', given: typedRev ?? '', wanted: 'the number of a version' });
  if (!(await isLibraryFolder(machineDisk.files, folder))) return ended({ code: 'library-missing', folder: displayFolder(folder, homedir()) });
  const id = await findId(folder, typedId);
  if (!id.ok) return ended(id.fault);
  return withLibrary(invocation, rev === undefined ? 'read' : 'write', (open) =>
    rev === undefined ? list(open, invocation, id.value) : restore(open, invocation, { id: id.value, rev }));
}

export const history: Command = { name: 'history', options: { restore: { value: 'REV' } }, run };
