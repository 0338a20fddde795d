import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeWindowMemory, placeWindow, type Rectangle } from './window-state.ts';

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const second: Rectangle = { x: 1440, y: 0, width: 1920, height: 1080 };
const isInside = (bounds: Rectangle, area: Rectangle) => bounds.x >= area.x && bounds.y >= area.y && bounds.x + bounds.width <= area.x + area.width && bounds.y + bounds.height <= area.y + area.height;

describe('placeWindow', () => {
  const saved: Rectangle = { x: 1500, y: 100, width: 1000, height: 800 };

  it('puts a window back where it was', () => expect(placeWindow(saved, [laptop, second])).toEqual(saved));
  it('brings a window of a missing screen to the middle of the first one', () => expect(placeWindow(saved, [laptop])).toEqual({ x: 220, y: 63, width: 1000, height: 800 }));
  it('pulls a window in that stood half outside', () => expect(placeWindow({ x: -300, y: 500, width: 1000, height: 800 }, [laptop])).toEqual({ x: 0, y: 100, width: 1000, height: 800 }));
  it('makes a window smaller than its screen', () => expect(placeWindow({ x: 0, y: 25, width: 3000, height: 2000 }, [laptop])).toEqual(laptop));
  it('opens the first time in the middle, as large as the screen allows', () => expect(placeWindow(null, [second])).toEqual({ x: 1680, y: 90, width: 1440, height: 900 }));

  it('is wholly on one of the screens, whatever was saved', () => {
    const place = fc.integer({ min: -10_000, max: 10_000 });
    const areaOf = (least: number) => fc.record({ x: place, y: place, width: fc.integer({ min: least, max: 6_000 }), height: fc.integer({ min: least, max: 6_000 }) });
    fc.assert(fc.property(fc.option(areaOf(1)), areaOf(200), fc.array(areaOf(200), { maxLength: 3 }), (bounds, first, others) => {
      const placed = placeWindow(bounds, [first, ...others]);
      expect([first, ...others].some((area) => isInside(placed, area))).toBe(true);
    }), { numRuns: 1_000 });
  });
});

describe('makeWindowMemory', () => {
  async function makePath(): Promise<{ folder: string; path: string }> {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-window-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    return { folder, path: join(folder, 'window.json') };
  }
  const fresh = { bounds: null, isMaximised: false, theme: 'system', language: null, folder: null };
  const fails = (error: unknown): never => { throw error; };

  it('remembers over a restart and leaves one file', async () => {
    const { folder, path } = await makePath();
    makeWindowMemory(path, fails).change({ theme: 'night', bounds: laptop });
    makeWindowMemory(path, fails).change({ isMaximised: true });
    expect(makeWindowMemory(path, fails).get()).toEqual({ bounds: laptop, isMaximised: true, theme: 'night', language: null, folder: null });
    expect(await readdir(folder)).toEqual(['window.json']);
  });

  it.each(['', '{', 'null', '[]', '"a"', '\0\0\0', '{"bounds":{"x":1e999}}', '{"theme":"pink","isMaximised":3,"bounds":{"width":-1},"folder":7}'])('starts afresh from %j', async (text) => {
    const { path } = await makePath();
    await writeFile(path, text);
    expect(makeWindowMemory(path, fails).get()).toEqual(fresh);
  });

  it('keeps what is good of a file that is partly bad', async () => {
    const { path } = await makePath();
    await writeFile(path, '{"theme":"sepia","bounds":"wide"}');
    expect(makeWindowMemory(path, fails).get()).toEqual({ ...fresh, theme: 'sepia' });
  });

  it('goes on when the disk refuses, and says so', async () => {
    const { folder } = await makePath();
    const logged: unknown[] = [];
    await writeFile(join(folder, 'file'), 'a');
    const memory = makeWindowMemory(join(folder, 'file', 'window.json'), (error) => logged.push(error));
    memory.change({ theme: 'night' });
    expect([memory.get().theme, logged.length, await readFile(join(folder, 'file'), 'utf8')]).toEqual(['night', 1, 'a']);
  });
});
