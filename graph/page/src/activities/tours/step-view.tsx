/** One step of a tour: its text, and the passages that it rests on. */
import { useEffect, useRef } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { Icon } from "../../components/icon";
import { langOf } from "../../components/languages";
import { ConceptButton } from "../../components/sentence";
import { FallbackMark } from "../../components/text-in";
import type { TourStep } from "../../display";
import { textIn } from "../../localise";
import { language, say } from "../../messages";
import { directionOf } from "../../presenting/keys";
import { splitSentence } from "../../sentences";
import { keepTogether } from "./keeping";
import { StepPassages } from "./step-passages";
import { Told } from "./told";
import { goToStep, isOnStep, moveBy, namesAround, type Walk } from "./touring";

export function StepView({ walk: { place, tour, step }, onLeave }: { walk: Walk; onLeave: () => void }) {
  const state = useAtlasState();
  const article = useRef<HTMLElement>(null);
  // Each step is read from its beginning, however far the one before it was scrolled.
  useEffect(() => article.current?.closest(".activity")?.scrollTo({ top: 0 }), [place.tour, place.step]);
  const walkByKey = (event: KeyboardEvent) => {
    const direction = directionOf(event);
    if (!direction) return;
    event.preventDefault();
    moveBy(state, direction);
  };
  return (
    <article class="tour-step" ref={article} tabIndex={-1} onKeyDown={walkByKey} aria-label={textIn(tour.title, language.value).text}>
      <header class="tour-head">
        <p class="tour-name"><Told texts={tour.title} /></p>
        <StepButtons step={place.step} all={tour.steps.length} />
        <button type="button" class="tour-leave" onClick={onLeave}>{say("tour-leave")}</button>
      </header>
      {!isOnStep(state) && (
        <p class="tour-wandered" role="status">
          <span>{say("tour-wandered")}</span>{" "}
          <button type="button" class="text-button" onClick={() => goToStep(state, place)}>{say("tour-return")}</button>
        </p>
      )}
      <h2><Told texts={step.title} /></h2>
      <StepText step={step} />
      <StepPassages key={`${place.tour} ${place.step}`} ids={step.passages} />
      {place.step === tour.steps.length - 1 && <p class="tour-end">{say("tour-last")}</p>}
    </article>
  );
}

/** At either end a button stays where it is, so that neither the focus nor the other one moves. */
function StepButtons({ step, all }: { step: number; all: number }) {
  const state = useAtlasState();
  const button = (name: "back" | "forward", isEnd: boolean, by: 1 | -1) => (
    <button
      type="button" class={`icon-button tour-${name}`} aria-disabled={isEnd || undefined} aria-label={say(`tour-${name}`)} title={say(`tour-${name}`)}
      onClick={() => moveBy(state, by)}
    >
      <Icon name={name} />
    </button>
  );
  return (
    <div class="tour-buttons" role="group" aria-label={say("tour-walk")}>
      {button("back", step === 0, -1)}
      <span class="tour-progress">{say("tour-progress", { step: step + 1, all })}</span>
      {button("forward", step === all - 1, 1)}
    </div>
  );
}

/** The text, in which the concepts around the step are buttons. */
function StepText({ step }: { step: TourStep }) {
  const { atlas } = useAtlasState();
  const { text, lang } = textIn(step.text, language.value);
  const pieces = splitSentence(text, namesAround(step, lang, atlas));
  return (
    <p class="tour-text">
      <span lang={langOf(lang)}>
        {keepTogether(pieces).map(({ text: piece, node, before, after }, index) =>
          node ? <span key={index} class="keep">{before}<ConceptButton id={node} text={piece} />{after}</span> : piece,
        )}
      </span>
      <FallbackMark lang={lang} />
    </p>
  );
}
