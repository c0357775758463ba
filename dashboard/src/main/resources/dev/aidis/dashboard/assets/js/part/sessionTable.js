/** Sessions, one a row. */
import { h, told } from "../dom.js";
import { brief, cut, minutes, moment, number, value } from "../words.js";
import { status, tags } from "./session.js";

const MOST_CHARACTERS = 140;
const COLUMNS = [["Goal", "goal"], ["Started", "started"], ["Duration", "amount"], ["Tasks", "amount"], ["Lines", "amount lines"], ["Score", "amount"]];

/**
 * A table of a part of a list. All parts have the same columns, and the browser draws only those that
 * are looked at, so that a list can grow long.
 * @param {number} part the first is 1; further ones do not show the columns' names again
 * @param {number} height in pixels, where it is known from before
 */
export function sessionTable(sessions, part = 1, height = undefined) {
  return h(
    "div.scroll.part",
    { style: { "--height": height === undefined ? `calc(${sessions.length} * 3.4rem)` : `${height}px` } },
    h(
      "table.sessions",
      {},
      h("caption.unseen", {}, part === 1 ? "Sessions, the newest first" : `Sessions, part ${part}`),
      h(part === 1 ? "thead" : "thead.unseen", {}, h("tr", {}, COLUMNS.map(([name, classes]) => h("th", { scope: "col", class: classes }, name)))),
      h("tbody", {}, sessions.map(row)),
    ),
  );
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
    h("td.started.faint", {}, moment(session.startedAt)),
    h("td.amount", {}, minutes(session.durationMinutes)),
    h("td.amount", {}, all.tasksCreated === 0 ? "–" : `${number(all.tasksCompleted)}/${number(all.tasksCreated)}`),
    h("td.amount.lines", {}, h("span.added", {}, `+${brief(all.linesAdded)}`), " ", h("span.removed", {}, `−${brief(all.linesRemoved)}`)),
    h("td.amount", {}, h("span.score", {}, value(Math.round(session.productivityScore ?? 0)))),
  );
}
