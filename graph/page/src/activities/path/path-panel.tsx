import "./path.css";
import { say } from "../../messages";

export function PathPanel() {
  return <h2>{say("activity-path")}</h2>;
}
