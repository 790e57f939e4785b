/** The pathway as a list for the keyboard and for who cannot see it: each concept where it is drawn, column by column. */
import "./pathway-list.css";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { groupBy, type Atlas } from "../atlas";
import type { DisplayNode } from "../display";
import { say } from "../messages";
import type { Pathway } from "../pathway-canvas";
import { selectNode } from "../state";
import { stepInColumns } from "../walking";
import { useAtlasState } from "./context";
import { langOf } from "./languages";

/** More than this would take time from the drawing; the table has them all. */
const MOST = 400;

export function PathwayList({ pathway }: { pathway: Pathway | undefined }) {
  const state = useAtlasState();
  const { atlas } = state;
  const list = useRef<HTMLDivElement>(null);
  const last = useSignal<string | undefined>(undefined);
  const { nodes } = state.shown.value;
  const columns = useMemo(() => columnsOf(atlas, nodes), [atlas, nodes]);
  useEffect(() => pathway?.onDrawn(() => placeFocused(list.current, pathway)), [pathway]);
  if (!pathway) return null;
  const walked = columns.map(({ members }) => members.map(({ id }) => id));
  const stop = last.value !== undefined && walked.some((ids) => ids.includes(last.value!)) ? last.value : walked[0]?.[0];
  const arrive = (id: string) => {
    last.value = id;
    pathway.bring(id);
    placeFocused(list.current, pathway);
  };
  const chosen = state.selection.value;
  const left = nodes.size - walked.flat().length;
  return (
    <div ref={list} class="pathway-list" role="group" aria-label={say("drawing-list")} onKeyDown={(event) => walk(event, walked, stop)}>
      {columns.map(({ layer, members }) => (
        <ul key={members[0]!.x} aria-label={say(`column-${layer}`)}>
          {members.map(({ id, label, lang }) => (
            <li key={id}>
              <button
                type="button" data-node={id} tabIndex={id === stop ? 0 : -1} aria-current={chosen.kind === "node" && chosen.id === id ? "true" : undefined}
                onFocus={() => arrive(id)} onClick={() => selectNode(state, id)}
              >
                <span class="visually-hidden" lang={langOf(lang)}>{label}</span>
              </button>
            </li>
          ))}
        </ul>
      ))}
      {left > 0 && <p class="visually-hidden">{say("drawing-more", { number: left })}</p>}
    </div>
  );
}

function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }, columns: readonly (readonly string[])[], here: string | undefined): void {
  const to = here === undefined ? undefined : stepInColumns(columns, here, event.key);
  if (to === undefined) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLElement>(`[data-node="${CSS.escape(to)}"]`)?.focus();
}

interface Column {
  readonly layer: string;
  readonly members: readonly DisplayNode[];
}

function columnsOf(atlas: Atlas, shown: ReadonlySet<string>): readonly Column[] {
  const byX = groupBy([...shown].map((id) => atlas.nodes.get(id)!), ({ x }) => x);
  let room = MOST;
  return [...byX].sort(([a], [b]) => a - b).flatMap(([x, nodes]) => {
    const members = nodes.sort((a, b) => a.y - b.y).slice(0, room);
    room -= members.length;
    return members.length > 0 ? [{ layer: atlas.display.layers.find((each) => each.x === x)?.id ?? "other", members }] : [];
  });
}

/** Told after every drawing, so by hand: the focus is seen where the concept is. */
function placeFocused(list: HTMLElement | null, pathway: Pathway): void {
  const button = document.activeElement;
  if (!(button instanceof HTMLElement) || !list?.contains(button)) return;
  const place = pathway.placeOf(button.dataset["node"] ?? "");
  if (!place) return;
  Object.assign(button.style, {
    left: `${place.x - place.width / 2}px`, top: `${place.y - place.height / 2}px`, width: `${place.width}px`, height: `${place.height}px`,
  });
}
