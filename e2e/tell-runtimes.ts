import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findElectronRuntime, noElectron } from './electron-runtime.ts';

/** Runs once before the journeys: says what they run on, so that no run is mistaken for one on another. */
export default function tellRuntimes(): void {
  const electron = findElectronRuntime();
  console.log(electron ? `electron: on ${electron.kind} (${electron.program})` : `electron: skipped. ${noElectron}`);
  console.log(`browser: on ${process.env['LECTERN_CHROMIUM'] ?? 'the Chromium that is found'}`);
  if (!existsSync(resolve(import.meta.dirname, '..', 'dist', 'built'))) throw new Error('dist is not built. Run npm run build first.');
}
