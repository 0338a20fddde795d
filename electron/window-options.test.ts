import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { paperOf, windowOptions } from './window-options.ts';

const look = { bounds: { x: 1, y: 2, width: 3, height: 4 }, paper: '#fbfaf6', preload: '/p.cjs', icon: '/i.png', isPackaged: true };

describe('windowOptions', () => {
  it('gives the page no Node, its own world and a sandbox', () => {
    expect(windowOptions(look).webPreferences).toEqual({
      preload: '/p.cjs', nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, contextIsolation: true, sandbox: true,
      navigateOnDragDrop: false, spellcheck: true, devTools: false,
    });
  });

  it('opens unseen and in the colour of the page', () => expect(windowOptions(look)).toMatchObject({ show: false, backgroundColor: '#fbfaf6', x: 1, y: 2, width: 3, height: 4 }));
});

describe('paperOf', () => {
  it.each([['light', true, 'light'], ['sepia', true, 'sepia'], ['night', false, 'night'], ['system', true, 'night'], ['system', false, 'light'], ['contrast', false, 'contrast'], ['contrast', true, 'contrast-night']] as const)('has the paper of %s (dark system: %s) as the page draws it', async (theme, isDark, drawn) => {
    const tokens = await readFile(new URL('../renderer/styles/tokens.css', import.meta.url), 'utf8');
    const block = tokens.split(drawn === 'light' ? ':root {' : `:root[data-theme='${drawn}'] {`)[1];
    expect(block?.match(/--paper: (#\w+);/)?.[1]).toBe(paperOf(theme, isDark));
  });
});
