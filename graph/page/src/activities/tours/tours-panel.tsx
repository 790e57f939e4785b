import "./tours.css";
import { say } from "../../messages";

export function ToursPanel() {
  return <h2>{say("activity-tours")}</h2>;
}
