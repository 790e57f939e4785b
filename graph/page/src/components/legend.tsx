/** The legend, which is the filter and the list of concepts as well. */
import { groupBy } from "../atlas";
import type { Level } from "../filter";
import { MEANINGS } from "../palette";
import { setClassLevel, setOrigin, setPropertyLevels, showCore, showEverything } from "../state";
import { TEXTS } from "../texts";
import { capitalize } from "../words";
import { ConceptList } from "./concept-list";
import { useAtlasState } from "./context";
import { FilterRow } from "./filter-row";
import { Icon } from "./icon";
import { ClassSwatch, LineSwatch } from "./swatches";

export function Legend() {
  const state = useAtlasState();
  return (
    <section class="legend" id="legend" aria-label={TEXTS.legend}>
      <button type="button" class="icon-button sheet-close" aria-label={TEXTS.closeLegend} onClick={() => (state.sheet.value = "none")}>
        <Icon name="close" />
      </button>
      <Amount />
      <h2>{TEXTS.concepts}</h2>
      <ul class="rows">{state.atlas.display.classes.map(({ id }) => <ClassRow key={id} id={id} />)}</ul>
      <h2>{TEXTS.statements}</h2>
      <Origin />
      <ul class="rows">{meaningGroups(state.atlas.display.properties).map(([meaning, ids]) => (
        <MeaningRow key={meaning} meaning={meaning} ids={ids} />
      ))}</ul>
    </section>
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
    <div class="amount" role="group" aria-label={TEXTS.amount}>
      <button type="button" aria-pressed={level === "core" && isUntouched && revealed.size === 0} onClick={() => showCore(state)}>
        {TEXTS.core}
      </button>
      <button type="button" aria-pressed={level === "all" && isUntouched} onClick={() => showEverything(state)}>
        {TEXTS.everything}
      </button>
    </div>
  );
}

function ClassRow({ id }: { id: string }) {
  const state = useAtlasState();
  const nodes = state.atlas.nodesOf.get(id) ?? [];
  if (nodes.length === 0) return null;
  const shown = nodes.filter((node) => state.shown.value.nodes.has(node.id)).length;
  const label = state.atlas.classes.get(id)?.label ?? id;
  return (
    <FilterRow
      label={capitalize(label)} shown={shown} all={nodes.length} swatch={<ClassSwatch id={id} />} contentLabel={TEXTS.listOf(label)}
      onLevel={(level) => setClassLevel(state, id, level)}
    >
      <ConceptList nodes={nodes} label={TEXTS.listOf(label)} />
    </FilterRow>
  );
}

function MeaningRow({ meaning, ids }: { meaning: string; ids: readonly string[] }) {
  const state = useAtlasState();
  const { shown, all } = countEdges(ids);
  const label = TEXTS.meanings[meaning] ?? meaning;
  if (all === 0) return null;
  const onLevel = (of: readonly string[]) => (level: Level) => setPropertyLevels(state, of, level);
  return (
    <FilterRow
      label={capitalize(label)} shown={shown} all={all} swatch={<LineSwatch meaning={meaning} />}
      contentLabel={TEXTS.propertiesOf(label)} onLevel={onLevel(ids)}
    >
      <ul class="rows inner" aria-label={TEXTS.propertiesOf(label)}>
        {ids.map((id) => {
          const counts = countEdges([id]);
          return counts.all > 0 && (
            <FilterRow key={id} label={state.atlas.properties.get(id)?.label ?? id} {...counts} onLevel={onLevel([id])} />
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

function Origin() {
  const state = useAtlasState();
  const { stated, derived } = state.filter.value;
  const box = (origin: "stated" | "derived", isShown: boolean, label: string) => (
    <label class="row-label">
      <input type="checkbox" checked={isShown} onChange={(event) => setOrigin(state, origin, event.currentTarget.checked)} />
      <LineSwatch meaning="other" isDashed={origin === "derived"} />
      <span class="row-name">{label}</span>
    </label>
  );
  return (
    <div class="origin" role="group" aria-label={TEXTS.origin}>
      {box("stated", stated, TEXTS.stated)}
      {box("derived", derived, TEXTS.derivedOrigin)}
    </div>
  );
}

