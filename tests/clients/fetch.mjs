// Asks with fetch-sparql-endpoint, as its manual says, and prints what it got as JSON.
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";

const [endpoint, select, ask, construct] = process.argv.slice(2);
const read = (stream) =>
  new Promise((resolve, reject) => {
    const found = [];
    stream.on("data", (one) => found.push(one));
    stream.on("error", reject);
    stream.on("end", () => resolve(found));
  });

const answers = {};
for (const method of ["GET", "POST"]) {
  const fetcher = new SparqlEndpointFetcher({ method });
  const rows = await read(await fetcher.fetchBindings(endpoint, select));
  const triples = await read(await fetcher.fetchTriples(endpoint, construct));
  answers[method] = {
    rows: rows.map((row) => row.i.value),
    ask: await fetcher.fetchAsk(endpoint, ask),
    triples: triples.map((one) => one.subject.value),
  };
}
try {
  await read(await new SparqlEndpointFetcher().fetchBindings(endpoint, "SELECT * {"));
} catch (error) {
  answers.fault = String(error.message);
}
console.log(JSON.stringify(answers));
