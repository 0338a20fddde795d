import { makeClient } from '../../core/api/client.ts';
import type { Client } from '../../core/api/contract.ts';
import type { StartedLibrary, StartOptions } from '../start-library.ts';
import { ended, type Invocation, type Outcome } from './command.ts';

/** A library, and the client of its contract: a command asks it what any other door would. */
export type OpenLibrary = { readonly client: Client; readonly started: StartedLibrary };

/** Opens the library, works with it, and gives it free whatever happens. */
export async function withLibrary(invocation: Invocation, how: Pick<StartOptions, 'mode' | 'door'>, work: (open: OpenLibrary) => Promise<Outcome>): Promise<Outcome> {
  const { folder, root, workerUrl, log } = invocation;
  // Loaded only now, so that help and misuse are answered at once.
  const [{ startLibrary }, { contract }] = await Promise.all([import('../start-library.ts'), import('../../core/api/contract.ts')]);
  const started = await startLibrary({ folder, root, workerUrl, log, ...how });
  if (!started.ok) return ended(started.fault);
  try {
    return await work({ client: makeClient(contract, started.value.router.dispatch), started: started.value });
  } finally {
    await started.value.close();
  }
}
