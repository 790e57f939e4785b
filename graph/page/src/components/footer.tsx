/** What must always be in sight: whether it is a part, not advice, not reviewed, whose, which version. */
import "./footer.css";
import { sayExcerpt } from "../excerpt";
import { say } from "../messages";
import { useAtlasState } from "./context";

export function Footer() {
  const { atlas } = useAtlasState();
  const { version } = atlas.display;
  const excerpt = sayExcerpt(atlas);
  return (
    <div class="footer">
      {excerpt && <strong class="excerpt">{excerpt}</strong>}{" "}
      <strong>{say("disclaimer")}</strong> <span>{say("review")}</span> <span>CC BY 4.0</span> <span>{version}</span>
    </div>
  );
}
