import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build, defineConfig } from 'vite';

const here = (file: string): string => path.resolve(import.meta.dirname, file);

/** Entries that run on Node alone, in the package and beside it. Each stands for a process or thread of its own. */
const NODE_ENTRIES = {
  cli: here('electron/cli/main.ts'),
  loopback: here('electron/loopback/main.ts'),
  readingWorker: here('electron/worker/readingWorker.ts'),
  workbenchWorker: here('electron/worker/workbenchWorker.ts'),
};

/** The screen has a configuration of its own, for its framework. */
const SCREEN = here('renderer/vite.config.ts');

/** The font of printed pages, the letters that Vietnamese needs, beside the bundle that prints. */
function copyFonts(): void {
  const source = here('node_modules/@fontsource/tinos/files');
  mkdirSync(here('out/node/fonts'), { recursive: true });
  for (const name of readdirSync(source)) {
    if (/^tinos-(?:latin|latin-ext|vietnamese)-(?:400|700)-(?:normal|italic)\.woff2$/.test(name)) {
      copyFileSync(path.join(source, name), path.join(here('out/node/fonts'), name));
    }
  }
}

const builtins = [/^node:/, ...builtinModules];

/** `vite build` makes four bundles under `out/`, each with every dependency in it, so that the package holds no
 *  node_modules and what runs is what was reviewed:
 *  `node` (command line, loopback host, workers; never reaches Electron), `main` and `preload` (the Electron side; a
 *  sandboxed preload must be one CommonJS file) and `renderer` (the screen). */
export default defineConfig({
  build: {
    ssr: true,
    outDir: here('out/node'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(NODE_ENTRIES).filter(([, file]) => existsSync(file))),
      external: builtins,
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, target: 'node' },
  environments: {
    main: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        ssr: true,
        outDir: here('out/main'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: here('electron/main/index.ts'),
          external: ['electron'],
          output: { format: 'esm', entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        ssr: true,
        outDir: here('out/preload'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: here('electron/preload/index.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['ssr', 'main', 'preload']) await builder.build(builder.environments[name]!);
      copyFonts();
      await build({ configFile: SCREEN, logLevel: 'warn', build: { outDir: here('out/renderer') } });
    },
  },
});
