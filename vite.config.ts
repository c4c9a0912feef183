import path from 'node:path';
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

const here = (file: string): string => path.resolve(import.meta.dirname, file);

/** The command line and its reading worker as self-contained files: every dependency is bundled, so that the package holds
 *  no node_modules and what runs is what was reviewed. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { cli: here('electron/cli/main.ts'), readingWorker: here('electron/worker/readingWorker.ts') },
      external: [/^node:/, ...builtinModules],
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, target: 'node' },
});
