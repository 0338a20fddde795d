import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Everything is a file of its own: the content security policy allows no inline script or style, and no data: font.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    target: 'chrome140',
    outDir: '../dist/renderer',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    license: { fileName: 'licences.md' },
    reportCompressedSize: false,
    // The renderer comes from this machine, never over a network.
    chunkSizeWarningLimit: 1_500,
  },
});
