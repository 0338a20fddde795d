import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../scripts/chromium.js';
import type { AppOptions } from './fixtures.ts';

// Without these Chromium asks for updates and the like, which a closed network refuses one by one.
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const chromium = findChromium();

// Catalogs of the libraries that tests make stay out of this account's own cache.
process.env['LECTERN_CACHE'] ??= join(tmpdir(), 'lectern-e2e-cache');
process.env['LECTERN_CONFIG'] ??= join(tmpdir(), 'lectern-e2e-config');

export default defineConfig<AppOptions>({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/e2e',
  globalSetup: './tell-runtimes.ts',
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { args: quiet, ...(chromium ? { executablePath: chromium } : {}) },
  },
  // The same journeys through both doors. What is tagged @page happens in the page alone, which is the same file in the same engine behind
  // either: keys, layout, what axe finds. It runs behind the door that starts sooner. @browser and @desktop are about that door.
  projects: [
    { name: 'electron', use: { door: 'electron' }, grepInvert: /@page|@browser/ },
    { name: 'browser', use: { door: 'browser' }, grepInvert: /@desktop/ },
  ],
});
