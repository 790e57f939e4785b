/** The headings stay at the top while the drawing moves below them. */
import { useEffect, useRef } from "preact/hooks";
import { boxWidth } from "../boxes";
import type { Pathway } from "../pathway-canvas";
import { say } from "../messages";
import { useAtlasState } from "./context";

export function ColumnHeadings({ pathway }: { pathway: Pathway | undefined }) {
  const { atlas, shown } = useAtlasState();
  const list = useRef<HTMLUListElement>(null);
  const { layers } = atlas.display;
  useEffect(() => {
    const gap = layers.slice(1).reduce((least, { x }, index) => Math.min(least, x - layers[index]!.x), Infinity);
    const broad = Number.isFinite(gap) ? gap : boxWidth(atlas) * 1.5;
    pathway?.onDrawn((toPixels, scale) => {
      const items = list.current?.children ?? [];
      layers.forEach(({ x }, index) => {
        const item = items[index] as HTMLElement | undefined;
        if (!item) return;
        const width = broad * scale;
        item.style.width = `${width}px`;
        item.style.transform = `translateX(${toPixels(x) - width / 2}px)`;
        item.classList.toggle("is-tight", width < 105);
      });
    });
  }, [pathway, layers]);
  const columns = new Set([...shown.value.nodes].map((id) => atlas.nodes.get(id)!.x));
  return (
    <ul class="headings" ref={list} aria-label={say("columns")}>
      {layers.map(({ id, x }) => <li key={x} hidden={!columns.has(x)}><span>{say(`column-${id}`)}</span></li>)}
    </ul>
  );
}
