import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup.mjs';

/**
 * Runs a TypeScript file in this process as what ships runs, bundled and minified: module by module from its sources the
 * same code is slower.
 */
export async function runBundled(file) {
  // Only now are the packages sure to be there.
  const { build } = await import('vite');
  const outDir = join(ROOT, 'node_modules', '.cache', 'bundled');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: file,
      outDir,
      minify: 'esbuild',
      target: 'es2022',
      rollupOptions: { output: { entryFileNames: 'bundled.mjs' } },
    },
  });
  await import(pathToFileURL(join(outDir, 'bundled.mjs')).href);
}
