/** The focus. */
import "./focus.css";

export function FocusView() {
  return <div class="focus" />;
}
