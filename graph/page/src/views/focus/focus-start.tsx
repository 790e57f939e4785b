/** Nothing is in the middle yet: concepts to begin with. */
import { ClassName } from "../../components/class-name";
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import { ClassSwatch } from "../../components/swatches";
import { TextIn } from "../../components/text-in";
import type { DisplayNode } from "../../display";
import { say } from "../../messages";
import { selectNode } from "../../state";
import { capitalize } from "../../words";
import { tellable } from "./neighbourhood";
import { findStartingPoints } from "./starting-points";

const CARDS = 12;

export function FocusStart() {
  const state = useAtlasState();
  return (
    <section class="focus-start" aria-label={say("focus-start")}>
      <h2>{say("focus-start")}</h2>
      <p>{say("focus-start-hint")}</p>
      <ul>
        {findStartingPoints(state.atlas, CARDS).map((node) => (
          <li key={node.id}><Card node={node} choose={() => selectNode(state, node.id)} /></li>
        ))}
      </ul>
    </section>
  );
}

function Card({ node, choose }: { node: DisplayNode; choose: () => void }) {
  const { atlas, wording } = useAtlasState();
  const text = (wording.value === "plain" ? node.plain : node.definition) ?? node.plain ?? node.definition;
  return (
    <button type="button" class="focus-card" onClick={choose}>
      <span class="focus-card-name"><ClassSwatch id={node.class} isOurs={node.ours} /> <span lang={langOf(node.lang)}>{capitalize(node.label)}</span></span>
      <span class="focus-card-kind">
        <ClassName id={node.class} /> · {say("count-statements", { number: tellable(atlas, node.id).filter(({ derived }) => !derived).length })}
      </span>
      {text && <TextIn text={text} />}
    </button>
  );
}
