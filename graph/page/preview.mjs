/**
 * Writes a page around display data, as `page.py` does, for work on the scripts alone:
 * `node preview.mjs overview|hostile|FILE.json TARGET.html`
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const [world = "overview", target = "preview.html"] = process.argv.slice(2);
const file = (name) => readFile(path.join(here, "..", "metastasis_atlas", "static", name), "utf8");
const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

const bundled = await build({
  absWorkingDir: here, entryPoints: ["tests/worlds.ts"], bundle: true, format: "esm", write: false, loader: { ".ftl": "text" }, logLevel: "warning",
});
const worlds = await import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString("base64")}`);
const data = world.endsWith(".json") ? JSON.parse(await readFile(world, "utf8")) : worlds[world];
if (!data) throw new Error(`There is no world called ${world}.`);

const [script, style] = [await file("page.js"), await file("page.css")];
const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'`;
await writeFile(
  target,
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Metastasis Atlas</title>
<style>${style}</style>
</head>
<body>
<noscript>This page needs JavaScript.</noscript>
<main id="app"></main>
<script type="application/json" id="atlas-data">${JSON.stringify(data).replace(/</g, "\\u003c")}</script>
<script>${script}</script>
</body>
</html>
`,
  "utf8",
);
console.log(target);
