/** One of our modules with all it imports as a script that a worker can evaluate. */
import { build } from 'vite';

export async function bundle(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'bundled' },
    },
  });
  for (const one of [made].flat()) if ('output' in one) return one.output[0].code;
  throw new Error('nothing was bundled');
}
