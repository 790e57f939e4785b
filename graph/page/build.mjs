/**
 * Bundles the page's scripts and styles into the Python package, which puts them into every page it writes.
 *
 * `page.js` and `page.css` are the page; `editor.js` (the console's editor), `engine.js` (the worker) and
 * `engine.wasm.br` (the SPARQL engine) are read when the console is first opened. They keep the licences of the
 * libraries they contain at their end.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(here, "..", "metastasis_atlas", "static");

const result = await build({
  absWorkingDir: here,
  entryPoints: { page: "src/main.tsx", editor: "src/activities/sparql/editor/editor.ts", engine: "src/engine/worker.ts" },
  outdir: target,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022", "chrome109", "firefox115", "safari16"],
  legalComments: "eof",
  charset: "utf8",
  loader: { ".ftl": "text" },
  define: { "process.env.NODE_ENV": '"production"' },
  metafile: true,
  logLevel: "warning",
});

/** Not every library keeps a licence comment in its code, so their licence files go along. */
async function licences(inputs) {
  const packages = new Set();
  for (const input of Object.keys(inputs)) {
    const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) packages.add(match[1]);
  }
  const notices = [];
  for (const name of [...packages].sort()) {
    const folder = path.join(here, "node_modules", name);
    const about = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const text = await firstOf(folder, ["LICENSE-MIT", "LICENSE", "LICENSE.md", "LICENSE.txt", "license", "License"]);
    notices.push(`${name} ${about.version}, ${about.license}\n\n${text ?? "(its package holds no licence file)"}`);
  }
  return notices.join(`\n\n${"-".repeat(80)}\n\n`) + "\n";
}

async function firstOf(folder, names) {
  for (const name of names) {
    try {
      return (await readFile(path.join(folder, name), "utf8")).trim();
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  return undefined;
}

/** Brotli, because the file has to stay small: gzip is half again as large. Seven seconds are spent once a version. */
async function packEngine() {
  const wasm = await readFile(path.join(here, "node_modules", "oxigraph", "web_bg.wasm"));
  const { version } = JSON.parse(await readFile(path.join(here, "node_modules", "oxigraph", "package.json"), "utf8"));
  const kept = path.join(here, "node_modules", ".cache", `oxigraph-${version}-${wasm.length}.br`);
  let packed = await readFile(kept).catch(() => undefined);
  if (!packed) {
    packed = await promisify(brotliCompress)(wasm, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length } });
    await mkdir(path.dirname(kept), { recursive: true });
    await writeFile(kept, packed);
  }
  await writeFile(path.join(target, "engine.wasm.br"), packed);
  console.log(`engine.wasm.br  ${(packed.length / 1000).toFixed(0)} kB`);
}

await mkdir(target, { recursive: true });
await packEngine();
await writeFile(path.join(target, "page-licences.txt"), await licences(result.metafile.inputs), "utf8");
for (const [file, { bytes }] of Object.entries(result.metafile.outputs)) {
  console.log(`${path.basename(file)}  ${(bytes / 1000).toFixed(0)} kB`);
}
