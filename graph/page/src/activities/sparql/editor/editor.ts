/**
 * The editor: CodeMirror with SPARQL, in a shadow root, where its styles are style sheets made by script; as `<style>`
 * elements the page's policy would refuse them.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, completionStatus, type CompletionContext } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, insertNewlineAndIndent } from "@codemirror/commands";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches } from "@codemirror/search";
import { EditorState, Prec, Transaction, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { sparql } from "codemirror-lang-sparql";
import type { Editor, EditorOptions, Suggestion } from "./contract";
import { colours, looks } from "./looks";

/** The word that a suggestion takes the place of. */
const WORD = /[?$]?[\p{L}\p{N}_][\p{L}\p{N}_:.\-]*$|[?$]$/u;

globalThis.mountSparqlEditor = mount;

function mount(options: EditorOptions): Editor {
  const root = options.host.shadowRoot ?? options.host.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: options.text, extensions: extensionsFor(options) }),
  });
  return {
    setText(text) {
      if (view.state.doc.toString() === text) return;
      const changes = { from: 0, to: view.state.doc.length, insert: text };
      view.dispatch({ changes, annotations: Transaction.userEvent.of("input.fill") });
    },
    mark(marks) {
      const end = view.state.doc.length;
      // What is missing at a place is marked at what stands before it.
      const start = (from: number, to: number) => Math.max(0, Math.min(from === to ? from - 1 : from, end));
      const diagnostics = marks.map(({ from, to, ...rest }) => ({ from: start(from, to), to: Math.min(to, end), ...rest }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function extensionsFor(options: EditorOptions): Extension {
  const { words } = options;
  return [
    lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(),
    highlightSelectionMatches(), EditorView.lineWrapping, sparql(), syntaxHighlighting(colours), looks,
    autocompletion({ override: [(context) => complete(context, options)], icons: false, maxRenderedOptions: 60 }),
    Prec.highest(keymap.of([
      { key: "Mod-Enter", run: () => (options.onRun(), true), preventDefault: true },
      { key: "Escape", run: (view) => completionStatus(view.state) === null && (options.onLeave(), true) },
    ])),
    // Tab is left to the browser: it goes on to what comes next.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
    EditorView.contentAttributes.of({ tabindex: "0", "aria-label": words.label, "aria-description": words.help, spellcheck: "false", autocapitalize: "off", autocorrect: "off", translate: "no" }),
    // Thousands of braces in one another are too much for the colouring; the query is refused for that anyway.
    EditorView.exceptionSink.of((error) => {
      if (!(error instanceof RangeError)) console.error(error);
    }),
    EditorView.domEventHandlers({ beforeinput: replaceSelection, compositionstart: clearForComposition }),
    EditorState.phrases.of({ Completions: words.completions }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onChange(update.state.doc.toString());
    }),
  ];
}

/**
 * Where a browser itself deletes or replaces coloured text, it keeps the colours by writing them as a style, which the
 * page's policy refuses: so the editor does it, as it would have read it afterwards.
 */
function replaceSelection(event: InputEvent, view: EditorView): boolean {
  const { main, ranges } = view.state.selection;
  if (event.isComposing || !event.cancelable || main.empty || ranges.length > 1) return false;
  if (/^insert(?:Paragraph|LineBreak)$/.test(event.inputType)) {
    event.preventDefault();
    return insertNewlineAndIndent(view);
  }
  const isDeleted = event.inputType.startsWith("delete");
  if (!isDeleted && (event.inputType !== "insertText" || !event.data)) return false;
  event.preventDefault();
  const text = isDeleted ? "" : event.data!;
  const insert = () => view.state.update({
    changes: { from: main.from, to: main.to, insert: text }, selection: { anchor: main.from + text.length },
    userEvent: isDeleted ? "delete.selection" : "input.type", scrollIntoView: true,
  });
  const handlers = isDeleted ? [] : view.state.facet(EditorView.inputHandler);
  if (!handlers.some((handle) => handle(view, main.from, main.to, text, insert))) view.dispatch(insert());
  return true;
}

/** What a word is composed over goes first: once it is being composed, the browser can't be kept from replacing it. */
function clearForComposition(_event: CompositionEvent, view: EditorView): boolean {
  if (!view.state.selection.main.empty) view.dispatch(view.state.replaceSelection(""), { userEvent: "delete.selection" });
  return false;
}

function complete(context: CompletionContext, { suggest }: EditorOptions) {
  const word = context.matchBefore(WORD);
  if (!word && !context.explicit) return null;
  const found = suggest(word?.text ?? "", context.state.doc.toString());
  if (found.length === 0) return null;
  return { from: word?.from ?? context.pos, options: found.map(toCompletion), filter: false };
}

function toCompletion({ label, write, detail, kind }: Suggestion) {
  return { label, apply: write, detail, type: kind };
}
