/** The body map. */
import "./body.css";

export function BodyView() {
  return <div class="body" />;
}
