/** Sessions, one a row. */
import { h, told } from "../dom.js";
import { brief, cut, minutes, moment, number, value } from "../words.js";
import { status, tags } from "./session.js";

const MOST_CHARACTERS = 140;
const COLUMNS = ["Goal", "Started", "Duration", "Tasks", "Lines", "Score"];

export function sessionTable(sessions) {
  return h(
    "div.scroll",
    {},
    h(
      "table.sessions",
      {},
      h("caption.unseen", {}, "Sessions, the newest first"),
      h("thead", {}, h("tr", {}, COLUMNS.map((name, i) => h(i > 1 ? "th.amount" : "th", { scope: "col" }, name)))),
      h("tbody", {}, sessions.map(row)),
    ),
  );
}

/** The rows of more sessions, for a table that is there. */
export function rows(sessions) {
  return sessions.map(row);
}

function row(session) {
  const all = session.counters;
  const name = session.goal ? told(cut(session.goal, MOST_CHARACTERS)) : h("span.faint", {}, "No goal");
  return h(
    "tr",
    {},
    h(
      "td.goal",
      {},
      h("a", { href: `/sessions/${session.number}` }, h("span.faint", {}, `#${session.number} `), name),
      h("div.row.small", {}, session.project ? h("span.faint", {}, told(session.project)) : null, session.endedAt ? null : status(session), tags(session.tags)),
    ),
    h("td.faint", {}, moment(session.startedAt)),
    h("td.amount", {}, minutes(session.durationMinutes)),
    h("td.amount", {}, all.tasksCreated === 0 ? "–" : `${number(all.tasksCompleted)}/${number(all.tasksCreated)}`),
    h("td.amount", {}, h("span.added", {}, `+${brief(all.linesAdded)}`), " ", h("span.removed", {}, `−${brief(all.linesRemoved)}`)),
    h("td.amount", {}, h("span.score", {}, value(Math.round(session.productivityScore ?? 0)))),
  );
}
