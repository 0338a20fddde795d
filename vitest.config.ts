import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,host,electron,renderer,scripts,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Programs are started from source hundreds of times; what was compiled for one serves the next.
    env: { LECTERN_CACHE: join(tmpdir(), 'lectern-test-cache'), LECTERN_CONFIG: join(tmpdir(), 'lectern-test-config'), NODE_COMPILE_CACHE: join(tmpdir(), 'lectern-compile-cache') },
  },
});
