import { homedir } from 'node:os';
import { join } from 'node:path';
import { compareVersions } from '../../core/article/compare-versions.ts';
import { type ArticleId, articleIdSchema } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { historyWords, versionChangeWords } from '../../core/messages/history-messages.ts';
import { displayFolder } from '../default-library.ts';
import { keyOf, namesIn } from '../store/library-layout.ts';
import { machineDisk } from '../store/machine-disk.ts';
import { isLibraryFolder, openStore } from '../store/open-store.ts';
import { type ArticleVersion, readVersions, restoreVersion } from '../store/versions.ts';
import { asJson, type Command, ended, type Invocation, misused, type Outcome } from './command.ts';
import { problemWithIds } from './find-articles.ts';
import { parseWhole } from './parse-arguments.ts';
import { oneLine } from './terminal.ts';

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

/** A version, and what it changed in the one before it, null where none before it is kept. */
const tell = (version: ArticleVersion, before: ArticleVersion | undefined) => ({ ...version, changes: before ? compareVersions(before.article, version.article) : null });

function line({ rev, timeMs, isPresent, changes }: ReturnType<typeof tell>): string {
  const words = changes === null ? historyWords.oldest : changes.map(versionChangeWords).join('; ') || historyWords.read;
  return `${String(rev).padStart(4)}  ${new Date(timeMs).toISOString().slice(0, 16).replace('T', ' ')}  ${isPresent ? `${historyWords.present}: ` : ''}${oneLine(words)}\n`;
}

async function restore({ folder, terminal, isJson }: Invocation, versions: readonly ArticleVersion[], rev: number): Promise<Outcome> {
  const version = versions.find((each) => each.rev === rev);
  if (!version) return ended({ code: 'version-missing', rev });
  const shownAs = displayFolder(folder, homedir());
  const { clock, chance } = machineDisk;
  const opened = await openStore({ folder, shownAs, door: 'command', mode: 'write', clock, chance });
  if (!opened.ok) return ended(opened.fault);
  const restored = await restoreVersion(opened.value, version.article, new Date(clock.nowMs()).toISOString());
  await opened.value.close(2_000);
  if (!restored.ok) return ended(restored.fault);
  const read = await readVersions(machineDisk, folder, version.article.id);
  const now = read.ok ? (read.value[0]?.rev ?? 0) : 0;
  await terminal.print(isJson ? asJson({ restored: rev, rev: now }) : `${historyWords.restored(rev, now)}\n`);
  return ended();
}

async function run(invocation: Invocation): Promise<Outcome> {
  const { given, folder, isJson, terminal } = invocation;
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
  const versions = await readVersions(machineDisk, folder, id.value);
  if (!versions.ok) return ended(versions.fault);
  if (rev !== undefined) return restore(invocation, versions.value, rev);
  const told = versions.value.map((version, index) => tell(version, versions.value[index + 1]));
  await terminal.print(isJson ? asJson(told) : told.map(line).join(''));
  return ended();
}

export const history: Command = { name: 'history', options: { restore: { value: 'REV' } }, run };
