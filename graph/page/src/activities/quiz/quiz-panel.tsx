import "./quiz.css";
import { say } from "../../messages";

export function QuizPanel() {
  return <h2>{say("activity-quiz")}</h2>;
}
