/**
 * Bundles the page's scripts and styles into the Python package.
 *
 * Two files come out, `page.js` and `page.css`, which the package puts into every page it writes.
 * They keep the licences of the libraries they contain at their end.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(here, "..", "metastasis_atlas", "static");

const result = await build({
  absWorkingDir: here,
  entryPoints: { page: "src/main.tsx" },
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

await mkdir(target, { recursive: true });
await writeFile(path.join(target, "page-licences.txt"), await licences(result.metafile.inputs), "utf8");
for (const [file, { bytes }] of Object.entries(result.metafile.outputs)) {
  console.log(`${path.basename(file)}  ${(bytes / 1000).toFixed(0)} kB`);
}
