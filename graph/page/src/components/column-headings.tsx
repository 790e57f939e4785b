/** The headings stay at the top while the drawing moves below them. */
import { useEffect, useRef } from "preact/hooks";
import type { Pathway } from "../pathway-canvas";
import { say } from "../messages";
import { useAtlasState } from "./context";

export function ColumnHeadings({ pathway }: { pathway: Pathway | undefined }) {
  const { atlas } = useAtlasState();
  const list = useRef<HTMLUListElement>(null);
  const { layers } = atlas.display;
  useEffect(() => {
    pathway?.onDrawn((toPixels, scale) => {
      const items = list.current?.children ?? [];
      const columns = new Map(pathway.columns().map((column) => [column.id, column]));
      layers.forEach(({ id }, index) => {
        const [item, column] = [items[index] as HTMLElement | undefined, columns.get(id)];
        if (!item) return;
        item.hidden = !column;
        if (!column) return;
        const width = column.width * scale;
        item.style.width = `${width}px`;
        item.style.transform = `translateX(${toPixels(column.x) - width / 2}px)`;
        item.classList.toggle("is-tight", width < 105);
      });
    });
  }, [pathway, layers]);
  return (
    <ul class="headings" ref={list} aria-label={say("columns")}>
      {layers.map(({ id, x }) => <li key={x}><span>{say(`column-${id}`)}</span></li>)}
    </ul>
  );
}
