/** Below a long table: which of its rows these are, and the way to the others. */
import { Icon } from "../../components/icon";
import { say } from "../../messages";
import type { Page } from "./listing";

export function Pager({ page, total, onTurn }: { page: Page<unknown>; total: number; onTurn: (to: number) => void }) {
  if (page.last === 0) return null;
  // A button that is switched off while it has the focus would lose it.
  const turn = (by: number) => ({
    "aria-disabled": page.number + by < 0 || page.number + by > page.last,
    onClick: () => page.number + by >= 0 && page.number + by <= page.last && onTurn(page.number + by),
  });
  return (
    <nav class="pager" aria-label={say("table-pages")}>
      <button type="button" class="icon-button" aria-label={say("table-before")} title={say("table-before")} {...turn(-1)}><Icon name="left" /></button>
      <span role="status">{say("table-page", { from: page.from, to: page.to, all: total })}</span>
      <button type="button" class="icon-button" aria-label={say("table-after")} title={say("table-after")} {...turn(1)}><Icon name="right" /></button>
    </nav>
  );
}
