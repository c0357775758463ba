/** One session in full. */
import { get, page } from "../api.js";
import { save } from "../chart/download.js";
import { timeline } from "../chart/timeline.js";
import { fill, h, told } from "../dom.js";
import { card, legend, line, listed, missing } from "../part/activities.js";
import { controls } from "../part/edit.js";
import * as parts from "../part/session.js";
import { readTimeline } from "../timeline.js";
import { number, sentence, shortDay, time } from "../words.js";

const LISTED = 200;
const FILES = 500;
const ITEMS = 1_000;

export async function show(main, context) {
  const { parts: [ref], signal } = context;
  const name = encodeURIComponent(ref);
  const [detail, read, files, items] = await Promise.all([
    get(`/sessions/${name}`, {}, signal),
    readTimeline(ref, signal),
    get(`/sessions/${name}/files`, { limit: FILES }, signal),
    get(`/sessions/${name}/items`, { limit: ITEMS }, signal),
  ]);
  const { session } = detail;
  const again = () => show(main, context);
  const title = `Session ${session.number}`;
  fill(
    main,
    parts.headline(session, title, ...controls(session, again), share(session), compare(session)),
    parts.numbers(parts.counted(session, new Date())),
    drawn(read, session, signal),
    columns(
      parts.score(detail),
      parts.files(files.files),
      parts.usage(session),
      taskList(items.tasks, session),
      texts("decisions", "Decisions", items.decisions.map((one) => ({ at: one.madeAt, title: one.title, body: one.rationale }))),
      texts("contexts", "Context", items.context.map((one) => ({ at: one.addedAt, title: one.title, body: one.content }))),
      notes(read, session),
    ),
    all(read),
  );
}

/** Cards side by side; no column is left empty. */
function columns(...cards) {
  const there = cards.filter((card) => card !== null);
  return h("div.columns", { style: { "--most": there.length } }, there);
}

/** The timeline, or why there is none. */
function drawn(read, session, signal) {
  const notes = missing(read, session.counters.activities);
  return read.activities.length === 0 ? card("timeline", "Timeline", null, notes) : timeline(() => read.activities, signal, [legend(), notes]).card;
}

/** Whether nothing that happened is missing from a timeline. */
function whole({ more, archivedMonths }) {
  return !more && archivedMonths.length === 0;
}

/** As they stand now, which may have been told in a later session. */
function taskList(tasks, session) {
  return listed("tasks", "Tasks", tasks.map((task) => h("li.spread", {}, told(task.title ?? `Task ${task.number}`), standing(task, session))), count(tasks));
}

function standing(task, session) {
  if (task.status !== "completed") {
    return h("span.small.faint", {}, sentence(task.status));
  }
  const later = Date.parse(task.completedAt) > Date.parse(session.lastActivityAt);
  return h("span.small.good", {}, later ? `✓ Completed on ${shortDay(task.completedAt)}` : "✓ Completed");
}

/** What has a title, a text, or both. */
function texts(id, title, list) {
  return listed(
    id,
    title,
    list.map((one) =>
      h("li", {}, h("time.when", { datetime: one.at }, `${time(one.at)} `), one.title ? h("strong", {}, told(one.title)) : null, one.body ? h("p.told", { dir: "auto" }, one.body) : null),
    ),
    count(list),
  );
}

function count(list) {
  return list.length < ITEMS ? list.length : `the first ${number(ITEMS)}`;
}

/** Each with its time, where its activity is there; else as the session keeps them, line by line. */
function notes(read, session) {
  if (whole(read)) {
    return texts("notes", "Notes", noted(read.activities).map((one) => ({ at: one.occurredAt, body: one.body })));
  }
  return session.notes ? card("notes", "Notes", null, session.notes.split("\n").map((one) => h("p.told", { dir: "auto" }, one))) : null;
}

function noted(activities) {
  return activities.filter((one) => one.body && (one.type === "note_added" || one.type === "session_ended"));
}

/** Everything as text, for who reads rather than looks. */
function all(read) {
  const { activities } = read;
  if (activities.length === 0) {
    return null;
  }
  const list = h("ul.list.activities");
  const details = h("details", {}, h("summary", {}, `Show ${whole(read) ? "all" : "these"} ${number(activities.length)} as a list`), list);
  let shown = 0;
  const more = h("button", { type: "button" }, "Show more");
  const grow = () => {
    list.append(...activities.slice(shown, shown + LISTED).map(line));
    shown = Math.min(activities.length, shown + LISTED);
    more.hidden = shown >= activities.length;
  };
  more.addEventListener("click", grow);
  details.append(more);
  details.addEventListener("toggle", () => details.open && shown === 0 && grow());
  return card("all", "Activities", null, details);
}

function share(session) {
  const click = async () => save(`aidis-session-${session.number}.html`, "text/html", await page(`/sessions/${session.id}/report`, {}, "text/html"));
  return h("button", { type: "button", on: { click } }, "Page to share");
}

function compare(session) {
  return h("a.small", { href: `/compare?a=${session.number}` }, "Compare…");
}
