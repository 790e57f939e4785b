/** What must always be in sight: not advice, not reviewed, whose, which version. */
import { useAtlasState } from "./context";

export function Footer() {
  const { disclaimer, review, licence, version } = useAtlasState().atlas.display;
  return (
    <div class="footer">
      <strong>{disclaimer}</strong> <span>{review}</span> <span>{licence}</span> <span>{version}</span>
    </div>
  );
}
