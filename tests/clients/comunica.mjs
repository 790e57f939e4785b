// Asks with Comunica's query engine, which finds out by itself what the endpoint is, and prints what it got as JSON.
import { QueryEngine } from "@comunica/query-sparql";

const [endpoint, select, ask, construct] = process.argv.slice(2);
const engine = new QueryEngine();
const answers = {};
for (const source of [{ type: "sparql", value: endpoint }, endpoint]) {
  const context = { sources: [source] };
  const rows = await (await engine.queryBindings(select, context)).toArray();
  const triples = await (await engine.queryQuads(construct, context)).toArray();
  answers[typeof source] = {
    rows: rows.map((row) => row.get("i").value),
    ask: await engine.queryBoolean(ask, context),
    triples: triples.map((one) => one.subject.value),
  };
}
console.log(JSON.stringify(answers));
