import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type ElectronRuntime = { readonly kind: 'Electron' | 'the stand-in for Electron'; readonly program: string };

const root = resolve(import.meta.dirname, '..');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

function findInstalled(): ElectronRuntime | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!hasDisplay || !existsSync(pathFile)) return null;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? { kind: 'Electron', program } : null;
}

function findNamed(): ElectronRuntime | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = folder ? resolve(folder, 'electron') : null;
  if (!folder || !program || !existsSync(program)) return null;
  return { kind: existsSync(join(folder, 'STAND-IN')) ? 'the stand-in for Electron' : 'Electron', program };
}

/** The Electron that the journeys run on: the installed one, else the one that ELECTRON_OVERRIDE_DIST_PATH names, else none. */
export function findElectronRuntime(): ElectronRuntime | null {
  return findInstalled() ?? findNamed();
}

export const noElectron = 'No Electron to run on: its runtime is not installed (npx install-electron) or there is no display.';
