/** Above the table: which list, what is searched in it, how much of it is shown, and taking it along. */
import { useAtlasState } from "../../components/context";
import { Icon } from "../../components/icon";
import { say } from "../../messages";
import { resetToEverything } from "../../state";
import { LISTS, startOver, tableOf } from "./table-state";

export function Toolbar({ shown, all, onDownload }: { shown: number; all: number; onDownload: () => void }) {
  const state = useAtlasState();
  const table = tableOf(state);
  const showAll = () => startOver(table, () => {
    table.query.value = "";
    resetToEverything(state);
  });
  return (
    <div class="toolbar">
      <div class="amount" role="group" aria-label={say("table-which")}>
        {LISTS.map((list) => (
          <button key={list} type="button" aria-pressed={table.list.value === list} onClick={() => startOver(table, () => (table.list.value = list))}>
            {say(`table-${list}`)}
          </button>
        ))}
      </div>
      <Find />
      {table.list.value === "statements" && (
        <button type="button" class="tool" aria-pressed={table.hasSentences.value} onClick={() => (table.hasSentences.value = !table.hasSentences.value)}>
          {say("table-sentences")}
        </button>
      )}
      <button type="button" class="tool" onClick={onDownload} disabled={shown === 0}><Icon name="take-away" /> {say("table-download")}</button>
      <p class="how-many">
        <span role="status">{say(`table-shown-${table.list.value}`, { shown, all })}</span>{" "}
        {shown < all && <button type="button" class="concept-link" onClick={showAll}>{say("table-show-all")}</button>}
      </p>
    </div>
  );
}

function Find() {
  const { query, page } = tableOf(useAtlasState());
  const ask = (words: string) => {
    query.value = words;
    page.value = 0;
  };
  return (
    <label class="find">
      <span class="visually-hidden">{say("table-find")}</span>
      <Icon name="search" />
      <input
        type="search" value={query.value} placeholder={say("table-find")} title={say("table-find-hint")} autocomplete="off" spellcheck={false}
        onInput={(event) => ask(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || query.value === "") return;
          event.preventDefault();
          ask("");
        }}
      />
    </label>
  );
}
