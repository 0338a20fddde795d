import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { languages } from '../core/base/language.ts';
import { settingsSchema } from '../core/library/settings.ts';
import { errorCode } from '../host/store/file-system.ts';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
const stateSchema = z.object({
  bounds: rectangle.nullable().catch(null),
  isMaximised: z.boolean().catch(false),
  theme: settingsSchema.shape.theme.catch('system'),
  language: z.enum(languages).nullable().catch(null),
  folder: z.string().nullable().catch(null),
});

export type Rectangle = z.infer<typeof rectangle>;

/** What the shell remembers of this machine: the window's place, the theme and the language it opened in, the folder of the last dialog. */
export type WindowState = z.infer<typeof stateSchema>;
export type WindowMemory = { get(): WindowState; change(part: Partial<WindowState>): void };

const usualSize = { width: 1440, height: 900 };
const smallest = { width: 640, height: 480 };
/** Enough of the title bar to take hold of. */
const grip = { width: 120, height: 40 };

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));

function fitInto({ width, height }: { width: number; height: number }, area: Rectangle): { width: number; height: number } {
  return { width: clamp(width, Math.min(smallest.width, area.width), area.width), height: clamp(height, Math.min(smallest.height, area.height), area.height) };
}

function overlap(bounds: Rectangle, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x),
    height: Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y),
  };
}

/** Where to put the window, wholly on a screen that exists: its old place if a part of it is still there, else the middle of the first screen. */
export function placeWindow(saved: Rectangle | null, areas: readonly [Rectangle, ...Rectangle[]]): Rectangle {
  const seen = saved && areas.find((area) => {
    const { width, height } = overlap(saved, area);
    return width >= Math.min(grip.width, saved.width) && height >= Math.min(grip.height, saved.height);
  });
  if (saved && seen) {
    const size = fitInto(saved, seen);
    return { ...size, x: clamp(saved.x, seen.x, seen.x + seen.width - size.width), y: clamp(saved.y, seen.y, seen.y + seen.height - size.height) };
  }
  const [first] = areas;
  const size = fitInto(saved ?? usualSize, first);
  return { ...size, x: first.x + Math.round((first.width - size.width) / 2), y: first.y + Math.round((first.height - size.height) / 2) };
}

function readState(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // Where the window stood is worth no question to the user: a file that is missing or broken counts as none.
    if (errorCode(error) !== null || error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Remembers the state in a file. It is written in one step, so that it is whole or the one before. */
export function makeWindowMemory(path: string, log: (error: unknown) => void): WindowMemory {
  let state = stateSchema.safeParse(readState(path)).data ?? stateSchema.parse({});
  return {
    get: () => state,
    change(part) {
      state = { ...state, ...part };
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
        renameSync(`${path}.new`, path);
      } catch (error) {
        log(error);
      }
    },
  };
}
