/** What can be taken out of the page: a picture, paper, data, an address, a citation, an arrangement. */
import "./take-away.css";
import "./handout.css";
import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { say } from "../../messages";
import { Arrange } from "./arrange";
import { cite } from "./citation";
import { CopyLine } from "./copy-line";
import { download, fileName, toPng } from "./download";
import { writeJsonLd } from "./json-ld";
import { takePicture } from "./picture";

export function TakeAwayPanel() {
  const message = useSignal("");
  const isTable = useAtlasState().view.value === "table";
  return (
    <div class="take-away">
      <h2>{say("activity-take-away")}</h2>
      <Pictures message={message} />
      <section aria-labelledby="take-paper">
        <h3 id="take-paper">{say("take-paper")}</h3>
        <p class="note">{say(isTable ? "take-paper-table" : "take-paper-about")}</p>
        <button type="button" class="take-button" onClick={() => print()}>{say(isTable ? "take-print-table" : "take-print")}</button>
      </section>
      <Data />
      <Addresses />
      <Arrange message={message} />
      <p class="take-message" role="status">{message.value}</p>
    </div>
  );
}

function Pictures({ message }: { message: Signal<string> }) {
  const state = useAtlasState();
  const isTable = state.view.value === "table";
  const save = async (kind: "png" | "svg") => {
    message.value = "";
    try {
      const picture = takePicture(state);
      if (!picture) message.value = say("take-no-picture");
      else if (kind === "svg") download(fileName(state, "svg"), "image/svg+xml", picture.svg);
      else download(fileName(state, "png"), "image/png", await toPng(picture));
    } catch {
      message.value = say("take-failed");
    }
  };
  return (
    <section aria-labelledby="take-picture">
      <h3 id="take-picture">{say("take-picture")}</h3>
      <p class="note">{say(isTable ? "take-table" : "take-picture-about")}</p>
      {!isTable && (
        <div class="take-row">
          <button type="button" class="take-button" onClick={() => save("png")}>PNG</button>
          <button type="button" class="take-button" onClick={() => save("svg")}>SVG</button>
        </div>
      )}
    </section>
  );
}

function Data() {
  const state = useAtlasState();
  const selection = state.selection.value;
  const save = () => {
    const written = writeJsonLd(state.made, selection);
    if (written !== undefined) download(fileName(state, "jsonld", ""), "application/ld+json", written);
  };
  return (
    <section aria-labelledby="take-data">
      <h3 id="take-data">{say("take-data")}</h3>
      <p class="note">{say(selection.kind === "none" ? "take-data-none" : "take-data-about")}</p>
      {selection.kind !== "none" && <button type="button" class="take-button" onClick={save}>JSON-LD</button>}
    </section>
  );
}

function Addresses() {
  const state = useAtlasState();
  const address = useSignal(location.href);
  useEffect(() => {
    // The address bar follows the state, and tells of it.
    const follow = () => (address.value = location.href);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return (
    <section aria-labelledby="take-address">
      <h3 id="take-address">{say("take-address")}</h3>
      <CopyLine label={say("take-link")} text={address.value} rows={2} />
      <CopyLine label={say("take-cite")} text={cite(state)} rows={4} />
    </section>
  );
}
