import { inProject, main } from './project.js';
import { endAs, runAttached } from './run.js';
import { setUp } from './set-up.js';

/** Writes docs/schema/ from the code that reads documents. */
await main(async () => {
  endAs(await runAttached(await setUp(), [inProject('host', 'store', 'testing', 'write-schemas.ts')]));
});
