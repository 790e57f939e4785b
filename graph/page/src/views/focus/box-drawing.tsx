/** A concept in the picture, and the button beside it. */
import { LINE_HEIGHT, FONT_SIZE } from "../../boxes";
import { styleOf } from "../../class-styles";
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import type { Area } from "../../edge-labels";
import { say } from "../../messages";
import { paperOf, tintOf } from "../../palette";
import { outlineOf } from "../../shapes";
import { selectNode } from "../../state";
import { Choosable, FocusRing, type Standing } from "./choosable";
import type { PlacedBox } from "./picture";

export function BoxDrawing({ box, ...standing }: { box: PlacedBox } & Standing) {
  const state = useAtlasState();
  const { atlas, styles, theme } = state;
  const node = atlas.nodes.get(box.node);
  if (!node) return null;
  const { hue, shape } = styleOf(styles, node.class);
  const { line, fill } = tintOf(hue, theme.value);
  const { ink, paper, ring } = paperOf(theme.value);
  const isMiddle = box.role === "middle";
  const { width, height, lines } = box;
  return (
    <Choosable
      {...standing} class={`focus-box is-${box.role}`} transform={`translate(${box.x} ${box.y})`} data-key={box.key} data-node={box.node}
      label={say(isMiddle ? "focus-is-middle" : "focus-is-neighbour", { label: node.label, kind: atlas.classes.get(node.class)?.label ?? "" })}
      lang={langOf(node.lang)} act={() => selectNode(state, box.node)}
    >
      <FocusRing width={width + (isMiddle ? 10 : 0)} height={height + (isMiddle ? 10 : 0)} />
      {isMiddle && <path d={outlineOf(shape, width + 9, height + 9)} fill={paper} stroke={ring} stroke-width="3" stroke-linejoin="round" />}
      <path
        class="focus-outline" d={outlineOf(shape, width, height)} fill={fill} stroke={line} stroke-width={isMiddle ? 2.4 : 1.5} stroke-linejoin="round"
        stroke-dasharray={node.ours ? "0.5 4" : undefined} stroke-linecap={node.ours ? "round" : undefined}
      />
      {lines.map((text, index) => (
        <text
          key={index} x="0" y={(index - (lines.length - 1) / 2) * LINE_HEIGHT} text-anchor="middle" dominant-baseline="central"
          font-size={FONT_SIZE} font-weight="500" fill={ink}
        >
          {text}
        </text>
      ))}
    </Choosable>
  );
}

/** Reached with Tab from its concept. */
export function MenuButton({ box, area, isCurrent, focus }: { box: PlacedBox; area: Area } & Standing) {
  const { theme } = useAtlasState();
  const { faint } = paperOf(theme.value);
  const isOpen = focus.menu.value === box.key;
  return (
    <g
      role="button" class="focus-menu" transform={`translate(${area.x} ${area.y})`} tabindex={isCurrent ? 0 : -1} aria-haspopup="menu" aria-expanded={isOpen}
      aria-label={say("focus-menu", { label: box.label })} onFocus={() => (focus.current.value = box.key)} data-menu={box.key}
      onClick={() => (focus.menu.value = isOpen ? undefined : box.key)}
    >
      <FocusRing width={area.width - 8} height={area.height - 8} />
      <rect class="focus-target" x={-area.width / 2} y={-area.height / 2} width={area.width} height={area.height} rx="6" fill="transparent" />
      {[-6, 0, 6].map((y) => <circle key={y} cx="0" cy={y} r="1.7" fill={faint} />)}
    </g>
  );
}
