/** What must always be in sight: not advice, not reviewed, whose, which version. */
import { say } from "../messages";
import { useAtlasState } from "./context";

export function Footer() {
  const { version } = useAtlasState().atlas.display;
  return (
    <div class="footer">
      <strong>{say("disclaimer")}</strong> <span>{say("review")}</span> <span>CC BY 4.0</span> <span>{version}</span>
    </div>
  );
}
