/** On a narrow screen: which columns there are, which are in sight, and the way to the others. */
import { useEffect, useRef } from "preact/hooks";
import type { Pathway } from "../pathway-canvas";
import { say } from "../messages";
import { useAtlasState } from "./context";
import { Icon } from "./icon";

export function ColumnJumps({ pathway }: { pathway: Pathway | undefined }) {
  const { atlas, shown } = useAtlasState();
  const list = useRef<HTMLUListElement>(null);
  const columns = new Set([...shown.value.nodes].map((id) => atlas.nodes.get(id)!.x));
  const layers = atlas.display.layers.filter(({ x }) => columns.has(x));
  const names = layers.map(({ id }) => id).join();
  useEffect(() => {
    pathway?.onDrawn(() => list.current && markColumnsInSight(list.current, pathway));
  }, [pathway]);
  useEffect(() => {
    if (pathway && list.current) markColumnsInSight(list.current, pathway);
  }, [pathway, names]);
  const step = (by: 1 | -1) => {
    const inSight = [...(list.current?.querySelectorAll("button") ?? [])].map((button) => button.ariaCurrent === "true");
    const from = inSight.indexOf(true);
    const to = layers[Math.max(0, Math.min(layers.length - 1, from + by))];
    if (to) pathway?.showColumn(to.x);
  };
  return (
    <div class="jumps" role="group" aria-label={say("jumps")}>
      <button type="button" class="icon-button" aria-label={say("column-before")} onClick={() => step(-1)}><Icon name="left" /></button>
      <ul ref={list}>
        {layers.map(({ id, x }) => (
          <li key={x}><button type="button" data-x={x} onClick={() => pathway?.showColumn(x)}>{say(`column-${id}`)}</button></li>
        ))}
      </ul>
      <button type="button" class="icon-button" aria-label={say("column-after")} onClick={() => step(1)}><Icon name="right" /></button>
    </div>
  );
}

/** Told after every drawing, so by hand rather than by rendering anew. */
function markColumnsInSight(list: HTMLElement, pathway: Pathway): void {
  const { left, right } = pathway.view();
  let first: HTMLElement | undefined;
  for (const button of list.querySelectorAll("button")) {
    const x = Number(button.dataset["x"]);
    const isInSight = left < x && x < right;
    if (isInSight) first ??= button;
    if ((button.ariaCurrent === "true") !== isInSight) button.ariaCurrent = isInSight ? "true" : null;
  }
  // Measured only when another column has come first: to measure at every drawing would slow it down.
  if (!first || list.dataset["at"] === first.dataset["x"]) return;
  list.dataset["at"] = first.dataset["x"];
  list.scrollTo({ left: Math.max(0, first.offsetLeft - 24) });
}
