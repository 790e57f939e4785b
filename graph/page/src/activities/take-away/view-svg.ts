/** A view that is SVG already: a copy that stands alone, with the styles written into it that the page's sheet gave it. */
import { strip } from "./svg-writer";

/** What decides how a shape or a text looks. As attributes, since a picture in a page may have no styles of its own. */
const INHERITED = [
  "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "visibility", "font-family", "font-size", "font-weight", "font-style", "letter-spacing", "text-anchor", "paint-order",
] as const;
const OWN = { opacity: "1", "dominant-baseline": "auto", "clip-path": "none", mask: "none" } as const;

/** What a copy may hold: drawing, and nothing that acts, loads or leads away. */
const DRAWING = new Set([
  "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "title", "desc", "defs", "clipPath",
  "marker", "linearGradient", "radialGradient", "stop", "symbol", "use", "mask", "pattern",
]);
const GEOMETRY = new Set([
  "d", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "transform", "viewBox",
  "preserveAspectRatio", "id", "clip-path", "marker-start", "marker-mid", "marker-end", "markerWidth", "markerHeight", "refX", "refY", "orient",
  "markerUnits", "gradientUnits", "gradientTransform", "offset", "stop-color", "stop-opacity", "mask", "clipPathUnits", "maskUnits",
  "patternUnits", "lang", "xml:lang", "xml:space", "textLength", "lengthAdjust", "pathLength", "href",
]);

export interface Copy {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

export function copySvg(original: SVGSVGElement): Copy {
  const copy = standAlone(original, document.implementation.createDocument(SVG, "svg"), undefined);
  const { width, height } = sizeOf(original);
  if (!copy) return { markup: "", width, height };
  // In the page it may be enlarged.
  copy.setAttribute("width", `${width}`);
  copy.setAttribute("height", `${height}`);
  if (!copy.getAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return { markup: strip(new XMLSerializer().serializeToString(copy)), width, height };
}

function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const box = svg.viewBox.baseVal;
  if (box && box.width > 0 && box.height > 0) return { width: box.width, height: box.height };
  const { width, height } = svg.getBoundingClientRect();
  return { width: Math.max(1, width), height: Math.max(1, height) };
}

const SVG = "http://www.w3.org/2000/svg";

function standAlone(original: Element, owner: Document, above: CSSStyleDeclaration | undefined): Element | undefined {
  // A button that opens something is none on paper.
  if (!DRAWING.has(original.localName) || original.hasAttribute("aria-haspopup")) return undefined;
  const style = getComputedStyle(original);
  if (style.display === "none" && original.localName !== "defs") return undefined;
  const copy = owner.createElementNS(SVG, original.localName);
  for (const { name, value } of original.attributes) if (isHarmless(name, value)) copy.setAttribute(name, value);
  for (const look of INHERITED) {
    const value = style.getPropertyValue(look);
    if (value !== above?.getPropertyValue(look)) copy.setAttribute(look, value);
  }
  for (const [look, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(look);
    if (value !== "" && value !== usual && !copy.hasAttribute(look)) copy.setAttribute(look, value);
  }
  if (style.transform !== "none" && !original.hasAttribute("transform")) copy.setAttribute("transform", style.transform);
  for (const child of original.childNodes) {
    if (child instanceof Element) {
      const kept = standAlone(child, owner, style);
      if (kept) copy.append(kept);
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(owner.createTextNode(child.textContent ?? ""));
  }
  return copy;
}

function isHarmless(name: string, value: string): boolean {
  return GEOMETRY.has(name) && (name !== "href" || value.startsWith("#"));
}
