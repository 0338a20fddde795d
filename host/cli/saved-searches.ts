import type { Client } from '../../core/api/contract.ts';
import { createSearchId } from '../../core/base/ids.ts';
import { findByName } from '../../core/base/named-record.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Applied } from '../../core/library/apply-edits.ts';
import { commandWords } from '../../core/messages/command-line-messages.ts';
import { createSavedSearch, type SavedSearch } from '../../core/search/saved-search.ts';
import { machineChance, machineClock } from '../machine.ts';
import { asJson, ended, type Invocation, type Outcome } from './command.ts';
import { oneLine } from './terminal.ts';

/** Lists the saved searches, each with how many articles it finds. */
export async function listSearches({ terminal, isJson }: Invocation, client: Client): Promise<Outcome> {
  const overview = await client.library.overview(undefined);
  if (!overview.ok) return ended(overview.fault);
  const counted: (SavedSearch & { readonly count: number })[] = [];
  for (const search of overview.value.searches) {
    const found = await client.search.find({ query: search.query, limit: 1, offset: 0, isComplete: true });
    if (!found.ok) return ended(found.fault);
    counted.push({ ...search, count: found.value.total });
  }
  const lines = counted.map(({ name, query, count }) => `${String(count).padStart(6)}  ${oneLine(name)}: ${oneLine(query)}\n`);
  await terminal.print(isJson ? asJson(counted.map(({ id, name, query, count }) => ({ id, name, query, count }))) : lines.join('') || `${commandWords.noSearches}\n`);
  return ended();
}

/** The query that is saved under a name. */
export async function savedQuery(client: Client, name: string): Promise<Result<string>> {
  const overview = await client.library.overview(undefined);
  if (!overview.ok) return overview;
  const search = findByName(overview.value.searches, name);
  return search ? succeed(search.query) : fail({ code: 'name-unknown', record: 'search', name });
}

export function saveSearch(client: Client, draft: Pick<SavedSearch, 'name' | 'query'>): Promise<Result<Applied>> {
  const made = { id: createSearchId(machineClock.nowMs(), machineChance.bytes(10)), now: new Date(machineClock.nowMs()).toISOString() };
  return client.library.edit({ edits: [{ kind: 'put-search', search: createSavedSearch(draft, made) }] });
}
