/** Two sides of paper: the view whole, and what is said of the selection, with its passages. */
import { ClassSwatch, LineSwatch } from "../../components/swatches";
import { useAtlasState } from "../../components/context";
import { FallbackMark, TextIn } from "../../components/text-in";
import { langOf, nameOfLanguage } from "../../components/languages";
import { ORIGINS } from "../../filter";
import { say } from "../../messages";
import { meaningOf } from "../../appearance";
import { capitalize } from "../../words";
import { finish, gatherNotes, type HandoutText, type Told } from "./handout-text";
import { notesOf, type Picture } from "./picture";

export interface Fit {
  /** Of the letters, in points. */
  readonly size: number;
  /** How many statements there is room for. */
  readonly most: number;
  /** And for how many notes on their passages. */
  readonly notes: number;
}

export function Handout({ picture, told, fit }: { picture: Picture | undefined; told: HandoutText; fit: Fit }) {
  return (
    <>
      {picture && <PicturePage picture={picture} />}
      <DetailsPage told={told} fit={fit} />
    </>
  );
}

/** The picture is written by us, escaped, and read by an XML parser; no HTML is made of it. */
function PicturePage({ picture }: { picture: Picture }) {
  const put = (place: HTMLDivElement | null) => {
    const read = new DOMParser().parseFromString(picture.svg, "image/svg+xml").documentElement;
    if (read.localName === "svg") place?.replaceChildren(document.importNode(read, true));
  };
  return <div class="handout-page handout-picture" ref={put} />;
}

function DetailsPage({ told, fit }: { told: HandoutText; fit: Fit }) {
  const state = useAtlasState();
  const { atlas } = state;
  const left = told.statements.length - fit.most;
  return (
    <section
      class="handout-page handout-details"
      ref={(page) => {
        if (page) page.style.fontSize = `${fit.size}pt`;
      }}
    >
      <header>
        <h1 lang={langOf(told.lang)}>{told.title}</h1>
        <p>{[atlas.display.title, told.kind].filter(Boolean).join(" · ")}</p>
      </header>
      <div class="handout-columns">
        {told.definitions.map((text) => <p key={text.text} class="handout-definition"><span lang={langOf(text.lang)}>{text.text}</span><FallbackMark lang={text.lang} />{text.ours && <small> ({say("own-wording")})</small>}</p>)}
        {told.hasLegend && <SmallLegend />}
        <ul>
          {told.statements.slice(0, fit.most).map(({ sentence, lang, places, mark, negative }, index) => (
            <li key={index} class={negative ? "is-negative" : undefined}>
              <span lang={langOf(lang)}>{sentence}</span>{mark && <strong> {mark}</strong>} <small>{places}</small>
            </li>
          ))}
        </ul>
        {told.names.length > 0 && (
          <dl class="handout-names">
            {told.names.map(({ lang, text }) => <div key={lang}><dt>{nameOfLanguage(lang)}</dt><dd lang={langOf(lang)}>{text}</dd></div>)}
          </dl>
        )}
        <PassageNotes shown={told.statements.slice(0, fit.most)} all={told.statements} most={fit.notes} />
        {left > 0 && <p class="handout-left">{say("handout-left", { number: left })}</p>}
      </div>
      <footer>
        {told.sources.map(({ id, citation, licence }, index) => (
          <p key={id}>[{index + 1}] {finish(citation)} {licence && `${say("licence")}: ${finish(licence)}`}</p>
        ))}
        <p><strong>{notesOf(state)}</strong> · https://w3id.org/metastasis-atlas/</p>
      </footer>
    </section>
  );
}

/** The notes of the statements that are shown; those of statements that are left out are left out with them, and counted. */
function PassageNotes({ shown, all, most }: { shown: readonly Told[]; all: readonly Told[]; most: number }) {
  const notes = gatherNotes(shown).slice(0, most);
  const left = gatherNotes(all).length - notes.length;
  if (notes.length + left === 0) return null;
  return (
    <div class="handout-notes">
      <h2>{say("handout-notes")}</h2>
      {notes.map(({ where, note }) => <p key={note.text}>{where}: <TextIn text={note} /></p>)}
      {left > 0 && <p class="handout-left">{say("handout-notes-left", { number: left })}</p>}
    </div>
  );
}

function SmallLegend() {
  const { atlas, shown } = useAtlasState();
  const classes = atlas.display.classes.filter(({ id }) => (atlas.nodesOf.get(id) ?? []).some((node) => shown.peek().nodes.has(node.id)));
  const meanings = [...new Set([...shown.peek().edges].map((id) => meaningOf(atlas, atlas.edges.get(id)!)))].sort();
  return (
    <div class="handout-legend">
      {classes.map(({ id, label, lang }) => <span key={id}><ClassSwatch id={id} /> <span lang={langOf(lang)}>{capitalize(label)}</span></span>)}
      {meanings.map((meaning) => <span key={meaning}><LineSwatch meaning={meaning} /> {capitalize(say(`meaning-${meaning}`))}</span>)}
      {ORIGINS.map((origin) => <span key={origin}><LineSwatch meaning="other" origin={origin} /> {say(`origin-${origin}`)}</span>)}
      <span><LineSwatch meaning="other" isHedged /> {say("hedged-line")}</span>
    </div>
  );
}
