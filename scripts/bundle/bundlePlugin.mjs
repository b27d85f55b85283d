import { build } from 'esbuild';
import path from 'node:path';
import { ROOT } from '../paths.mjs';

/** What every Backstage app has already, whether this plugin is in it or not. */
const OF_EVERY_APP = [
  'react',
  'react/*',
  'react-dom',
  'react-dom/*',
  'react-router',
  'react-router-dom',
  '@backstage/*',
  '@material-ui/*',
  // The new frontend system's own app plugin checks extensions' configuration with it.
  'zod',
];

/**
 * Bundles the frontend plugin as an app would, one file for each piece that is loaded by itself.
 *
 * @returns the files by name, each with its text and what it imports at once and later
 */
export async function bundlePlugin() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { plugin: 'plugins/model-publishing/src/alpha.tsx' },
    outdir: 'bundle',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    metafile: true,
    write: false,
    logLevel: 'error',
    external: OF_EVERY_APP,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const textOf = new Map(
    outputFiles.map(file => [path.relative(ROOT, file.path), file.contents]),
  );
  return new Map(
    Object.entries(metafile.outputs).map(([name, output]) => [
      name,
      {
        text: textOf.get(name),
        source: output.entryPoint,
        now: importsOf(output, 'import-statement'),
        later: importsOf(output, 'dynamic-import'),
      },
    ]),
  );
}

function importsOf({ imports }, kind) {
  return imports
    .filter(one => one.kind === kind && !one.external)
    .map(one => one.path);
}
