// Says how much a browser loads for each part of the frontend plugin beyond what every Backstage app has, and fails when
// a page needs more than it may (design target: 150 kB, gzip). Run by `npm run measure:bundle` and `npm run verify`.
import { gzipSync } from 'node:zlib';
import { report } from '../report.mjs';
import { bundlePlugin } from './bundlePlugin.mjs';
import { loadedWith } from './loadedWith.mjs';

const LIMIT_BYTES = 150_000;

const files = await bundlePlugin();
const sizes = new Map(
  [...files].map(([name, { text }]) => [name, gzipSync(text).length]),
);
const sizeOf = names =>
  [...names].reduce((sum, name) => sum + sizes.get(name), 0);

const plugin = 'bundle/plugin.js';
const parts = files
  .get(plugin)
  .later.filter(name => !files.get(name).source.endsWith('.json'));
const withApp = loadedWith(files, [plugin]);
const rows = [
  { name: 'with the app', bytes: sizeOf(withApp), limited: true },
  // What the plugin's extensions load, each with all that it needs on the first visit.
  ...parts.map(part => ({
    name: files.get(part).source,
    bytes: sizeOf(loadedWith(files, [plugin, part])),
    limited: true,
  })),
];
const known = new Set([plugin, ...files.get(plugin).later]);
const extras = [...files].filter(
  ([name, { source }]) => source && !known.has(name),
);
for (const [name, { source }] of extras) {
  rows.push({
    name: `later: ${source}`,
    bytes: sizeOf(
      [...loadedWith(files, [name])].filter(file => !withApp.has(file)),
    ),
    limited: false,
  });
}

for (const { name, bytes, limited } of rows) {
  const verdict = limited && bytes > LIMIT_BYTES ? '  TOO MUCH' : '';
  report(
    `${String(Math.ceil(bytes / 1000)).padStart(6)} kB  ${name}${verdict}`,
  );
}
if (rows.some(({ bytes, limited }) => limited && bytes > LIMIT_BYTES)) {
  process.exitCode = 1;
}
