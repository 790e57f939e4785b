/** What stands in the cells of a concept. */
import { ClassName } from "../../components/class-name";
import { langOf, nameOfLanguage } from "../../components/languages";
import { TextIn } from "../../components/text-in";
import { say } from "../../messages";
import { ConceptButton } from "./concept-button";
import type { ConceptRow } from "./concept-rows";

export function ConceptCell({ row, column }: { row: ConceptRow; column: string }) {
  switch (column) {
    case "concept": return <ConceptButton node={row.node} hasSwatch />;
    case "class": return <ClassName id={row.node.class} />;
    case "definition": return row.definition && <TextIn text={row.definition} />;
    case "number": return <span class="number">{row.shown === row.all ? row.all : say("shown-of", { shown: row.shown, all: row.all })}</span>;
    default: return <NameList row={row} />;
  }
}

function NameList({ row }: { row: ConceptRow }) {
  return (
    <ul class="names">
      {row.names.map(({ language, labels }) => (
        <li key={language}><abbr title={nameOfLanguage(language)}>{language}</abbr> <span lang={langOf(language)}>{labels.join(", ")}</span></li>
      ))}
    </ul>
  );
}
