/** For those who write no SPARQL: what is sought, the statement, the concept; the query it makes stands below. */
import { batch, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import { language, say } from "../../messages";
import { capitalize } from "../../words";
import { prefixesOf } from "./asking";
import { FIRST_CHOICE, settle, writeQuery, type Choice, type ClassesAbove, type Offer } from "./building";
import { expand } from "./lighting";
import type { Session } from "./session";

export function Builder({ session }: { session: Session }) {
  const state = useAtlasState();
  const wanted = useSignal<Choice>(FIRST_CHOICE);
  const { parents } = session.vocabulary.value ?? {};
  const prefixes = prefixesOf(state);
  const above = useMemo((): ClassesAbove => {
    const ids = new Map([...state.made.classes.keys()].map((id) => [expand(id, prefixes), id]));
    const climb = (iri: string): readonly string[] => (parents?.get(iri) ?? []).flatMap((one) => [...(ids.has(one) ? [ids.get(one)!] : []), ...climb(one)]);
    return (id) => climb(expand(id, prefixes));
  }, [parents, state, prefixes]);
  const { choice, offer } = settle(state.made, wanted.value, above);
  const isAlone = (id: string) => ![...state.made.classes.keys()].some((one) => above(one).includes(id));
  const query = writeQuery(choice, (id) => session.vocabulary.peek()?.byIri.get(expand(id, prefixes))?.write ?? writeTerm(id, prefixes), isAlone);
  const isMade = choice.concept !== "";
  useEffect(() => {
    if (!isMade) return;
    batch(() => {
      session.question.value = undefined;
      session.first.value = "code";
      session.text.value = query;
    });
  }, [query, isMade, session]);
  const change = (one: Partial<Choice>) => (wanted.value = { ...choice, ...one });
  if (!isMade) return <p class="note">{say("sparql-build-nothing")}</p>;
  return (
    <div class="sparql-builder">
      <div class="amount" role="group" aria-label={say("sparql-build-direction")}>
        {(["subject", "object"] as const).map((one) => (
          <button key={one} type="button" aria-pressed={choice.sought === one} onClick={() => change({ sought: one, ...(one !== choice.sought && { class: "", concept: "" }) })}>
            {say(`sparql-build-${one}`)}
          </button>
        ))}
      </div>
      <Fields choice={choice} offer={offer} change={change} />
      <label class="sparql-passages">
        <input type="checkbox" checked={choice.hasPassages} onChange={(event) => change({ hasPassages: event.currentTarget.checked })} />
        <span>{say("sparql-build-passages")}</span>
      </label>
      <p class="note" role="status">{say("sparql-build-answers", { number: offer.answers })}</p>
    </div>
  );
}

/** In the order in which the statement is read. */
function Fields({ choice, offer, change }: { choice: Choice; offer: Offer; change: (one: Partial<Choice>) => void }) {
  const { atlas } = useAtlasState();
  const any = { id: "", label: say("sparql-build-any"), lang: language.value };
  const classes = [any, ...ordered(offer.classes.map((id) => ({ ...named(atlas.classes.get(id), id), id })))];
  const concepts = ordered(offer.concepts.map((id) => named(atlas.nodes.get(id), id)));
  const properties = ordered(offer.properties.map((id) => named(atlas.properties.get(id), id)));
  const sought = <Field key="class" label={say("sparql-build-class")} options={classes} chosen={choice.class} choose={(id) => change({ class: id })} />;
  const given = <Field key="concept" label={say("sparql-build-concept")} options={concepts} chosen={choice.concept} choose={(concept) => change({ concept })} />;
  const verb = <Field key="property" label={say("sparql-build-property")} options={properties} chosen={choice.property} choose={(property) => change({ property })} />;
  return <div class="sparql-fields">{choice.sought === "subject" ? [sought, verb, given] : [given, verb, sought]}</div>;
}

interface Option {
  readonly id: string;
  readonly label: string;
  readonly lang: string;
}

function named(one: Pick<Option, "label" | "lang"> | undefined, id: string): Option {
  return { id, label: one?.label ?? id, lang: one?.lang ?? "und" };
}

function ordered(options: readonly Option[]): readonly Option[] {
  const collator = new Intl.Collator(language.value, { sensitivity: "base" });
  return [...options].sort((one, other) => collator.compare(one.label, other.label));
}

function Field({ label, options, chosen, choose }: { label: string; options: readonly Option[]; chosen: string; choose: (id: string) => void }) {
  return (
    <label>
      <span>{label}</span>
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map((one) => <option key={one.id} value={one.id} lang={langOf(one.lang)}>{capitalize(one.label)}</option>)}
      </select>
    </label>
  );
}

/** Before the words are there: an id that is a CURIE is written as it is. */
function writeTerm(id: string, prefixes: Readonly<Record<string, string>>): string {
  return Object.hasOwn(prefixes, id.slice(0, id.indexOf(":"))) ? id : `<${id}>`;
}
