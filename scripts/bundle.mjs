// Bundles the command into dist/: one entry, with a chunk for each part that only some commands load.
import { chmodSync } from 'node:fs';
import { build } from 'vite';

await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: 'src/cli/tickmark.ts',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    rollupOptions: { output: { entryFileNames: 'tickmark.js', chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
  ssr: { noExternal: true, target: 'node' },
});
chmodSync('dist/tickmark.js', 0o755);
