/** How the editor looks: the page's own colours, in both themes; CodeMirror's have too little contrast. */
import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword, tags.modifier, tags.controlKeyword], color: "var(--sparql-keyword)", fontWeight: "600" },
  { tag: [tags.variableName, tags.local(tags.variableName)], color: "var(--sparql-variable)" },
  { tag: [tags.string, tags.literal, tags.special(tags.string)], color: "var(--sparql-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--sparql-number)" },
  { tag: [tags.url, tags.link, tags.namespace, tags.propertyName, tags.className, tags.typeName, tags.labelName, tags.atom], color: "var(--sparql-name)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--faint)", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.standard(tags.variableName)], color: "var(--sparql-keyword)" },
  { tag: [tags.invalid], color: "inherit" },
]);

const MONOSPACE = 'ui-monospace, "SF Mono", "Cascadia Code", "Liberation Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace';

export const looks = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "0.875rem", minHeight: "7rem", maxHeight: "var(--sparql-height)", borderRadius: "8px" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: MONOSPACE, lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: "6px 0" },
  ".cm-line": { padding: "0 8px 0 6px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--sparql-selection)" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--faint)", borderRight: "1px solid var(--edge)", borderRadius: "8px 0 0 8px" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--sparql-line)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--accent)" },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--negative-soft)", color: "var(--negative)" },
  ".cm-selectionMatch": { backgroundColor: "var(--sparql-selection)" },
  ".cm-tooltip": { backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--strong-edge)", borderRadius: "8px", boxShadow: "var(--shadow)", overflow: "hidden", zIndex: "30" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font)", fontSize: "0.875rem", maxHeight: "17rem", maxWidth: "min(26rem, 92vw)", minWidth: "min(16rem, 80vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "5px 10px", lineHeight: "1.3", minHeight: "24px", whiteSpace: "normal", overflowWrap: "anywhere" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent-soft)", color: "var(--ink)", outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--faint)", marginLeft: "0.6em" },
  "li[aria-selected] .cm-completionDetail": { color: "var(--ink)" },
  ".cm-diagnostic": { padding: "5px 10px", fontFamily: "var(--font)", fontSize: "0.875rem", maxWidth: "min(28rem, 88vw)", whiteSpace: "normal" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--negative)" },
  ".cm-diagnostic-warning": { borderLeft: "4px solid var(--hedged)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--negative) 2px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--hedged) 2px", textUnderlineOffset: "3px" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--negative)" },
});
