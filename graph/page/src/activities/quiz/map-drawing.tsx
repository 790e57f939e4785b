/** The small map as SVG: its concepts can be chosen by pointer, by touch and by arrow keys. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { styleOf } from "../../class-styles";
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import type { Box } from "../../boxes";
import type { MapItem } from "../../display";
import { say } from "../../messages";
import { paperOf, tintOf } from "../../palette";
import { insetOf, outlineOf } from "../../shapes";
import { drawnOn, pick } from "./board";
import { conceptsOf, edgesOf, linksOf } from "./judging";
import { MapEdges } from "./map-edges";
import { layOut, MAP_LINE_HEIGHT } from "./map-layout";
import { measureNode } from "./measuring";
import type { Session } from "./session";

const LARGE = 1.4;

export function MapDrawing({ session, item, isDone }: { session: Session; item: MapItem; isDone: boolean }) {
  const state = useAtlasState();
  const { atlas, styles } = state;
  const [frame, width] = useWidth();
  // Large, it is read from afar.
  const scale = session.isEnlarged.value && width > 700 ? LARGE : 1;
  const ids = conceptsOf(atlas, item);
  const layout = useMemo(() => {
    const nodes = ids.map((id) => {
      const node = atlas.nodes.get(id);
      return { id, label: node?.label ?? id, shape: styleOf(styles, node?.class ?? "").shape };
    });
    const wanted = edgesOf(atlas, [...item.given, ...item.missing]);
    return layOut(nodes, [...wanted, ...linksOf(atlas, item).filter((edge) => !wanted.includes(edge))], width / scale, measureNode, scale > 1);
  }, [atlas, item, width, scale]);
  const board = session.board.value;
  const drawn = edgesOf(atlas, [...(isDone ? item.missing : []), ...drawnOn(board, item)]);
  const here = useSignal(ids[0] ?? "");
  return (
    <div ref={frame} class="quiz-drawing">
      <svg
        width={layout.width * scale} height={layout.height * scale} viewBox={`0 0 ${layout.width} ${layout.height}`} role="group"
        aria-label={say("quiz-map", { concepts: ids.length, links: new Set(drawn).size })} onKeyDown={moveAmong(ids, here)}
      >
        <MapEdges edges={[...new Set(drawn)]} layout={layout} item={item} found={board.found} />
        {ids.map((id) => (
          <Concept
            key={id} id={id} box={layout.boxes.get(id)!} isFirst={board.from === id} isSecond={board.to === id} isStop={here.value === id}
            onPick={isDone ? undefined : () => { here.value = id; session.board.value = pick(session.board.value, id); }}
          />
        ))}
      </svg>
    </div>
  );
}

function Concept({ id, box, isFirst, isSecond, isStop, onPick }: {
  id: string; box: Box; isFirst: boolean; isSecond: boolean; isStop: boolean; onPick: (() => void) | undefined;
}) {
  const { atlas, styles, theme } = useAtlasState();
  const node = atlas.nodes.get(id);
  const { hue, shape } = styleOf(styles, node?.class ?? "");
  const { line, fill } = tintOf(hue, theme.value);
  const { ink } = paperOf(theme.value);
  const isChosen = isFirst || isSecond;
  const outline = outlineOf(shape, box.width, box.height);
  const doing = onPick && {
    role: "button" as const, tabindex: isStop ? 0 : -1, "aria-pressed": isChosen, onClick: onPick,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      onPick();
    },
  };
  const name = [node?.label ?? id, isFirst && say("quiz-from-here"), isSecond && say("quiz-to-here")].filter(Boolean).join(", ");
  return (
    <g class="quiz-concept" transform={`translate(${box.x} ${box.y})`} data-node={id} lang={node && langOf(node.lang)} aria-label={name} {...(doing ?? { role: "img" as const })}>
      {isChosen && <path d={outlineOf(shape, box.width + 8, box.height + 8)} class="quiz-ring" />}
      <path d={outline} class="quiz-outline" fill={fill} stroke={line} stroke-dasharray={node?.ours ? "0.5 4" : undefined} stroke-linecap="round" />
      {box.lines.map((text, index) => (
        <text key={index} y={(index - (box.lines.length - 1) / 2) * MAP_LINE_HEIGHT} fill={ink} text-anchor="middle" dominant-baseline="central">{text}</text>
      ))}
      {isChosen && <ChosenMark x={-box.width / 2 + Math.min(4, insetOf(shape))} y={-box.height / 2} text={isFirst ? "1" : "2"} />}
    </g>
  );
}

/** Which is the beginning and which the end is not told by colour alone. */
function ChosenMark({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <g class="quiz-mark" transform={`translate(${x} ${y})`}>
      <circle r="8.5" />
      <text text-anchor="middle" dominant-baseline="central">{text}</text>
    </g>
  );
}

function moveAmong(ids: readonly string[], here: { value: string }) {
  return (event: KeyboardEvent & { readonly currentTarget: Element }) => {
    const at = ids.indexOf(here.value);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    here.value = ids[(to + ids.length) % ids.length]!;
    const next = here.value;
    [...event.currentTarget.querySelectorAll<SVGGElement>(".quiz-concept")].find((one) => one.dataset["node"] === next)?.focus();
  };
}

/** As broad as there is room; it follows the panel, the window and the zoom. */
function useWidth(): readonly [{ readonly current: HTMLDivElement | null }, number] {
  const frame = useRef<HTMLDivElement>(null);
  const width = useSignal(336);
  useLayoutEffect(() => {
    const element = frame.current!;
    const take = () => {
      if (element.clientWidth > 0) width.value = element.clientWidth;
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width.value];
}
