/** A concept: what it is, what is said of it, what it is called elsewhere. */
import "./node-details.css";
import { groupBy, otherEnd, isOurWording } from "../atlas";
import type { DisplayEdge, DisplayNode, Mapping } from "../display";
import { safeLink } from "../links";
import { isReadable } from "../filter";
import { reveal } from "../state";
import { say } from "../messages";
import { capitalize } from "../words";
import { ClassName } from "./class-name";
import { useAtlasState } from "./context";
import { langOf, nameOfLanguage } from "./languages";
import { Statement } from "./statement";
import { ClassSwatch } from "./swatches";
import { TextIn } from "./text-in";

export function NodeDetails({ node }: { node: DisplayNode }) {
  const state = useAtlasState();
  const { atlas } = state;
  const all = (atlas.edgesAt.get(node.id) ?? []).filter(({ id }) => !atlas.mirrors.has(id));
  const edges = all.filter((edge) => isReadable(atlas, state.filter.value, edge));
  const stated = edges.filter(({ derived }) => !derived);
  const hidden = [...new Set(stated.map((edge) => otherEnd(edge, node.id)))].filter((id) => !state.shown.value.nodes.has(id));
  return (
    <article>
      <h2 lang={langOf(node.lang)}>{capitalize(node.label)}</h2>
      <p class="kind">
        <ClassSwatch id={node.class} isOurs={node.ours} /> <ClassName id={node.class} />
        {node.ours && <> <span class="badge is-ours" title={say("ours-explained")}>{say("ours-only")}</span></>}
      </p>
      <OtherWording node={node} />
      <Definition node={node} />
      {all.length === 0 && <p class="note">{say("no-statements")}</p>}
      {edges.length < all.length && <p class="note">{say("left-out", { number: all.length - edges.length })}</p>}
      {hidden.length > 0 && (
        <button type="button" class="text-button" onClick={() => reveal(state, hidden)}>{say("show-neighbours", { hidden: hidden.length })}</button>
      )}
      <Group title={say("outgoing", { label: node.label })} edges={stated.filter(({ from }) => from === node.id)} here={node.id} />
      <Group title={say("incoming", { label: node.label })} edges={stated.filter(({ from }) => from !== node.id)} here={node.id} />
      <Folded title={say("derived-heading", { number: edges.length - stated.length })} isThere={edges.length > stated.length}>
        <StatementList edges={edges.filter(({ derived }) => derived)} here={node.id} />
      </Folded>
      <Folded title={say("other-names")} isThere={Object.keys(node.labels).length > 0}><Names node={node} /></Folded>
      <Folded title={say("mappings")} isThere={node.mappings.length > 0}><Mappings mappings={node.mappings} /></Folded>
      <Folded title={say("facts")} isThere={node.facts.length > 0}>
        <dl>{node.facts.map(([name, value], index) => <div key={index}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      </Folded>
      <p class="identifier">{say("identifier")}: <code>{node.iri}</code></p>
    </article>
  );
}

/** Who reads one name should know the other: the one for a talk with a doctor, the other for one at home. */
function OtherWording({ node: { clinical, plainLabel } }: { node: DisplayNode }) {
  const { atlas } = useAtlasState();
  const name = clinical ?? (plainLabel ? { text: plainLabel, lang: atlas.display.language } : undefined);
  return name && <p class="note other-wording">{say(clinical ? "clinical-name" : "plain-name")}: <span lang={langOf(name.lang)}>{name.text}</span></p>;
}

/** The definition in the wording that was chosen; the other one stands in where it is missing. */
function Definition({ node }: { node: DisplayNode }) {
  const isPlain = useAtlasState().wording.value === "plain";
  const text = (isPlain ? node.plain : node.definition) ?? node.definition ?? node.plain;
  return text && (
    <p class={isPlain ? "plain" : "definition"}>
      <TextIn text={text} />
      {isOurWording(node) && <> <span class="badge is-ours own-wording" title={say("own-wording-explained")}>{say("own-wording")}</span></>}
    </p>
  );
}

function Group({ title, edges, here }: { title: string; edges: readonly DisplayEdge[]; here: string }) {
  if (edges.length === 0) return null;
  return (
    <section class="group">
      <h3>{title}</h3>
      <StatementList edges={edges} here={here} />
    </section>
  );
}

/** Statements of one property stand together, in the order of the legend. */
function StatementList({ edges, here }: { edges: readonly DisplayEdge[]; here: string }) {
  const { atlas } = useAtlasState();
  const groups = groupBy(edges, ({ property }) => property);
  const order = new Map([...atlas.properties.keys()].map((id, index) => [id, index]));
  const sorted = [...groups].sort(([a], [b]) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity));
  return (
    <ul class="statements">
      {sorted.flatMap(([, group]) => group).map((edge) => <li key={edge.id}><Statement edge={edge} here={here} /></li>)}
    </ul>
  );
}

function Folded({ title, isThere, children }: { title: string; isThere: boolean; children: preact.ComponentChildren }) {
  return isThere ? <details class="folded"><summary>{title}</summary>{children}</details> : null;
}

function Names({ node }: { node: DisplayNode }) {
  return (
    <dl>
      {Object.entries(node.labels).map(([language, labels]) => (
        <div key={language}><dt>{nameOfLanguage(language)}</dt><dd lang={langOf(language)}>{labels.join(", ")}</dd></div>
      ))}
    </dl>
  );
}

function Mappings({ mappings }: { mappings: readonly Mapping[] }) {
  return (
    <ul class="mappings">
      {mappings.map(({ curie, iri, label, relation }, index) => {
        const link = safeLink(iri);
        return (
          <li key={index}>
            <span class="relation">{say(`match-${relation}`)}</span>{" "}
            {link
              ? <a href={link} target="_blank" rel="noopener noreferrer">{curie}<span class="visually-hidden"> {say("opens-outside")}</span></a>
              : <code>{curie}</code>}{" "}
            {label}
          </li>
        );
      })}
    </ul>
  );
}
