/** Which catalogues there are: a folder a language, in it a file for each part of the page. */
import deAccess from "./de/access.ftl";
import deBody from "./de/body.ftl";
import deCore from "./de/core.ftl";
import deFocus from "./de/focus.ftl";
import dePath from "./de/path.ftl";
import deQuiz from "./de/quiz.ftl";
import deSparql from "./de/sparql.ftl";
import deTable from "./de/table.ftl";
import deTakeAway from "./de/take-away.ftl";
import deTours from "./de/tours.ftl";
import enAccess from "./en/access.ftl";
import enBody from "./en/body.ftl";
import enCore from "./en/core.ftl";
import enFocus from "./en/focus.ftl";
import enPath from "./en/path.ftl";
import enQuiz from "./en/quiz.ftl";
import enSparql from "./en/sparql.ftl";
import enTable from "./en/table.ftl";
import enTakeAway from "./en/take-away.ftl";
import enTours from "./en/tours.ftl";
import esAccess from "./es/access.ftl";
import esBody from "./es/body.ftl";
import esCore from "./es/core.ftl";
import esFocus from "./es/focus.ftl";
import esPath from "./es/path.ftl";
import esQuiz from "./es/quiz.ftl";
import esSparql from "./es/sparql.ftl";
import esTable from "./es/table.ftl";
import esTakeAway from "./es/take-away.ftl";
import esTours from "./es/tours.ftl";
import frAccess from "./fr/access.ftl";
import frBody from "./fr/body.ftl";
import frCore from "./fr/core.ftl";
import frFocus from "./fr/focus.ftl";
import frPath from "./fr/path.ftl";
import frQuiz from "./fr/quiz.ftl";
import frSparql from "./fr/sparql.ftl";
import frTable from "./fr/table.ftl";
import frTakeAway from "./fr/take-away.ftl";
import frTours from "./fr/tours.ftl";
import ukAccess from "./uk/access.ftl";
import ukBody from "./uk/body.ftl";
import ukCore from "./uk/core.ftl";
import ukFocus from "./uk/focus.ftl";
import ukPath from "./uk/path.ftl";
import ukQuiz from "./uk/quiz.ftl";
import ukSparql from "./uk/sparql.ftl";
import ukTable from "./uk/table.ftl";
import ukTakeAway from "./uk/take-away.ftl";
import ukTours from "./uk/tours.ftl";

export const CATALOGUES = {
  en: [enCore, enAccess, enBody, enFocus, enTable, enTours, enQuiz, enPath, enSparql, enTakeAway],
  de: [deCore, deAccess, deBody, deFocus, deTable, deTours, deQuiz, dePath, deSparql, deTakeAway],
  uk: [ukCore, ukAccess, ukBody, ukFocus, ukTable, ukTours, ukQuiz, ukPath, ukSparql, ukTakeAway],
  es: [esCore, esAccess, esBody, esFocus, esTable, esTours, esQuiz, esPath, esSparql, esTakeAway],
  fr: [frCore, frAccess, frBody, frFocus, frTable, frTours, frQuiz, frPath, frSparql, frTakeAway],
} as const satisfies Record<string, readonly string[]>;

export type Language = keyof typeof CATALOGUES;
