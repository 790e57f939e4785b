/** The table. */
import "./table.css";

export function TableView() {
  return <div class="table" />;
}
