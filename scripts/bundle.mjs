// Bundles the command and its worker into dist/, with a chunk for each part that only some commands load.
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'vite';

// Chunks of an earlier build have other names and would stay.
rmSync('dist/chunks', { recursive: true, force: true });
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    rollupOptions: {
      input: { tickmark: 'src/cli/tickmark.ts', worker: 'src/class/worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  // The pool finds its own worker file beside its code, so that it stays in node_modules.
  ssr: { noExternal: true, external: ['tinypool'], target: 'node' },
});
chmodSync('dist/tickmark.js', 0o755);
