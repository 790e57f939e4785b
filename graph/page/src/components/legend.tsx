/** The legend, which is the filter and the list of concepts as well. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { groupBy } from "../atlas";
import { isNarrowed, ORIGINS, type Level } from "../filter";
import { MEANINGS } from "../palette";
import { resetFilter, setClassLevel, setOrigin, setPropertyLevels, showCore, showEverything } from "../state";
import { say } from "../messages";
import { capitalize } from "../words";
import { ConceptList } from "./concept-list";
import { useAtlasState } from "./context";
import { Facets } from "./facets";
import { FilterRow } from "./filter-row";
import { Icon } from "./icon";
import { langOf } from "./languages";
import { ClassSwatch, LineSwatch } from "./swatches";

export function Legend() {
  const state = useAtlasState();
  return (
    <section class="legend" id="legend" aria-label={say("legend")}>
      <button type="button" class="icon-button sheet-close" aria-label={say("close-legend")} onClick={() => (state.sheet.value = "none")}>
        <Icon name="close" />
      </button>
      <Amount />
      <Reset />
      <h2>{say("statements")}</h2>
      <div class="said">
        <Origins />
        <Facets />
      </div>
      <ul class="rows">{meaningGroups(state.atlas.display.properties).map(([meaning, ids]) => (
        <MeaningRow key={meaning} meaning={meaning} ids={ids} />
      ))}</ul>
      <h2>{say("concepts")}</h2>
      <Classes />
    </section>
  );
}

/** The classes of which nothing is shown wait folded; one that the reader has touched stays where it is. */
function Classes() {
  const { atlas, filter, shown } = useAtlasState();
  const isOpen = useSignal(false);
  const rest = useId();
  const isSeen = ({ id }: { readonly id: string }) =>
    filter.value.classes.has(id) || (atlas.nodesOf.get(id) ?? []).some((node) => node.core || shown.value.nodes.has(node.id));
  const [seen, waiting] = [atlas.display.classes.filter(isSeen), atlas.display.classes.filter((each) => !isSeen(each))];
  return (
    <>
      <ul class="rows">
        {seen.map(({ id }) => <ClassRow key={id} id={id} />)}
      </ul>
      {waiting.length > 0 && (
        <>
          <button type="button" class="more-button" aria-expanded={isOpen.value} aria-controls={rest} onClick={() => (isOpen.value = !isOpen.value)}>
            <Icon name={isOpen.value ? "up" : "down"} /> {say("more-classes", { number: waiting.length })}
          </button>
          <ul class="rows" id={rest} hidden={!isOpen.value}>{waiting.map(({ id }) => <ClassRow key={id} id={id} />)}</ul>
        </>
      )}
    </>
  );
}

function meaningGroups(properties: readonly { id: string; meaning: string }[]): readonly (readonly [string, readonly string[]])[] {
  const known = (meaning: string) => (Object.hasOwn(MEANINGS, meaning) ? meaning : "other");
  const groups = groupBy(properties, ({ meaning }) => known(meaning));
  return Object.keys(MEANINGS).flatMap((meaning) => {
    const group = groups.get(meaning);
    return group ? [[meaning, group.map(({ id }) => id)] as const] : [];
  });
}

function Amount() {
  const state = useAtlasState();
  const { level, classes, properties, revealed } = state.filter.value;
  const isUntouched = classes.size === 0 && properties.size === 0;
  return (
    <div class="amount" role="group" aria-label={say("amount")}>
      <button type="button" aria-pressed={level === "core" && isUntouched && revealed.size === 0} onClick={() => showCore(state)}>
        {say("core")}
      </button>
      <button type="button" aria-pressed={level === "all" && isUntouched} onClick={() => showEverything(state)}>
        {say("everything")}
      </button>
    </div>
  );
}

function Reset() {
  const state = useAtlasState();
  if (!isNarrowed(state.filter.value)) return null;
  const reset = () => {
    resetFilter(state);
    // The button is gone with what it undid, and the focus must not be.
    document.querySelector<HTMLElement>(".legend .amount button")?.focus();
  };
  return <button type="button" class="reset" onClick={reset}><Icon name="close" /> {say("reset-filter")}</button>;
}

function ClassRow({ id }: { id: string }) {
  const state = useAtlasState();
  const nodes = state.atlas.nodesOf.get(id) ?? [];
  if (nodes.length === 0) return null;
  const shown = nodes.filter((node) => state.shown.value.nodes.has(node.id)).length;
  const { label, lang } = state.atlas.classes.get(id) ?? { label: id, lang: "en" };
  return (
    <FilterRow
      label={capitalize(label)} lang={langOf(lang)} shown={shown} all={nodes.length} swatch={<ClassSwatch id={id} />} contentLabel={say("list-of", { label })}
      onLevel={(level) => setClassLevel(state, id, level)}
    >
      <ConceptList nodes={nodes} label={say("list-of", { label })} />
    </FilterRow>
  );
}

function MeaningRow({ meaning, ids }: { meaning: string; ids: readonly string[] }) {
  const state = useAtlasState();
  const { shown, all } = countEdges(ids);
  const label = say(`meaning-${meaning}`);
  if (all === 0) return null;
  const onLevel = (of: readonly string[]) => (level: Level) => setPropertyLevels(state, of, level);
  return (
    <FilterRow
      label={capitalize(label)} shown={shown} all={all} swatch={<LineSwatch meaning={meaning} />}
      contentLabel={say("properties-of", { label })} onLevel={onLevel(ids)}
    >
      <ul class="rows inner" aria-label={say("properties-of", { label })}>
        {ids.map((id) => {
          const counts = countEdges([id]);
          return counts.all > 0 && (
            <FilterRow key={id} label={state.atlas.properties.get(id)?.label ?? id} lang={langOf(state.atlas.properties.get(id)?.lang ?? "en")} {...counts} onLevel={onLevel([id])} />
          );
        })}
      </ul>
    </FilterRow>
  );

  function countEdges(of: readonly string[]) {
    const edges = of.flatMap((id) => state.atlas.edgesOf.get(id) ?? []).filter(({ id }) => !state.atlas.mirrors.has(id));
    return { shown: edges.filter(({ id }) => state.shown.value.edges.has(id)).length, all: edges.length };
  }
}

/** Where statements come from, and how the drawing shows it. */
function Origins() {
  const state = useAtlasState();
  const filter = state.filter.value;
  return (
    <div class="origin" role="group" aria-label={say("origin")}>
      {ORIGINS.map((origin) => (
        <label key={origin} class="row-label">
          <input type="checkbox" checked={filter[origin]} onChange={(event) => setOrigin(state, origin, event.currentTarget.checked)} />
          <LineSwatch meaning="other" origin={origin} />
          <span class="row-name">{say(`origin-${origin}`)}</span>
          <span class="row-count">{state.facetCounts.value.origins.get(origin) ?? 0}</span>
        </label>
      ))}
      <p class="key">
        <LineSwatch meaning="other" isHedged /> <span>{say("hedged-line")}</span>
      </p>
    </div>
  );
}
