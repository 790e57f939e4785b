import "./take-away.css";
import { say } from "../../messages";

export function TakeAwayPanel() {
  return <h2>{say("activity-take-away")}</h2>;
}
