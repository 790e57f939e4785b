/** All statements of a sector, or of the whole picture, as a list to choose from. */
import { useEffect, useRef } from "preact/hooks";
import { meaningOf } from "../../appearance";
import { isHedged, modalitiesOf, otherEnd, shortId } from "../../atlas";
import { useAtlasState } from "../../components/context";
import { ModalityBadge } from "../../components/evidence";
import { Icon } from "../../components/icon";
import { langOf } from "../../components/languages";
import { ClassSwatch, LineSwatch } from "../../components/swatches";
import type { DisplayEdge } from "../../display";
import { originOf } from "../../filter";
import { say } from "../../messages";
import { selectEdge, selectNode } from "../../state";
import type { FocusState } from "./focus-state";
import type { Neighbourhood } from "./neighbourhood";

interface Props {
  readonly focus: FocusState;
  readonly middle: string;
  readonly neighbourhood: Neighbourhood;
}

export function StatementDialog({ focus, middle, neighbourhood }: Props) {
  const { atlas } = useAtlasState();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = focus.list.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const close = () => (focus.list.value = undefined);
  const sectors = neighbourhood.sectors.filter(({ id }) => !open?.sector || id === open.sector);
  const edges = sectors.flatMap(({ relations }) => relations).flatMap((relation) => relation.edges);
  const label = say("focus-linked", { label: atlas.nodes.get(middle)?.label ?? middle });
  return (
    <dialog
      ref={dialog} class="focus-dialog" aria-label={label} onClose={close}
      onClick={({ target }) => target === dialog.current && close()}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Escape closes the list, and leaves the selection as it is.
        event.preventDefault();
        close();
      }}
    >
      {open && (
        <div class="focus-dialog-inner">
          <h2>{label}</h2>
          <button type="button" class="icon-button" aria-label={say("focus-close-list")} title={say("focus-close-list")} onClick={close}><Icon name="close" /></button>
          <ul>{edges.map((edge) => <Row key={edge.id} edge={edge} other={otherEnd(edge, middle)} close={close} />)}</ul>
        </div>
      )}
    </dialog>
  );
}

function Row({ edge, other, close }: { edge: DisplayEdge; other: string; close: () => void }) {
  const state = useAtlasState();
  const { atlas } = state;
  const node = atlas.nodes.get(other);
  const hedges = modalitiesOf(atlas, edge).filter(({ id }) => shortId(id) !== "asserted");
  const then = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <li>
      <button type="button" class="focus-row-statement" onClick={then(() => selectEdge(state, edge.id))}>
        <LineSwatch meaning={meaningOf(atlas, edge)} origin={originOf(edge)} isHedged={isHedged(edge)} />
        <span>
          <span lang={langOf(edge.lang)}>{edge.sentence}</span>{" "}
          {edge.negative && <span class="badge is-negative">{edge.derived ? say("negative") : say("stated-negative")}</span>}{" "}
          {edge.derived && <span class="badge is-derived">{say("derived")}</span>}{" "}
          {hedges.map((modality) => <ModalityBadge key={modality.id} modality={modality} />)}
        </span>
      </button>
      <button type="button" class="focus-row-go" aria-label={say("focus-go-to", { label: node?.label ?? other })} onClick={then(() => selectNode(state, other))}>
        <ClassSwatch id={node?.class ?? ""} isOurs={node?.ours ?? false} /> <span lang={langOf(node?.lang ?? "en")}>{node?.label ?? other}</span>
      </button>
    </li>
  );
}
