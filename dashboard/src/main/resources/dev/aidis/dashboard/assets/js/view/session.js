/** One session in full. */
import { ofType, tasks } from "../activity.js";
import { get, page } from "../api.js";
import { save } from "../chart/download.js";
import { timeline } from "../chart/timeline.js";
import { fill, h, told } from "../dom.js";
import { legend, line, listed } from "../part/activities.js";
import { controls } from "../part/edit.js";
import * as parts from "../part/session.js";
import { MOST, readTimeline } from "../timeline.js";
import { number, sentence, time } from "../words.js";

const LISTED = 200;
const FILES = 500;

export async function show(main, context) {
  const { parts: [ref], signal } = context;
  const name = encodeURIComponent(ref);
  const [detail, { activities, more }, files] = await Promise.all([
    get(`/sessions/${name}`, {}, signal),
    readTimeline(ref, signal),
    get(`/sessions/${name}/files`, { limit: FILES }, signal),
  ]);
  const { session } = detail;
  const again = () => show(main, context);
  const title = `Session ${session.number}`;
  fill(
    main,
    parts.headline(session, title, ...controls(session, again), share(session), compare(session)),
    parts.numbers(parts.counted(session, new Date())),
    timeline(() => activities, signal, [legend(), more ? h("p.faint.small", {}, `The first ${number(MOST)} activities are drawn.`) : null]).card,
    columns(
      parts.score(detail),
      parts.files(files.files),
      parts.usage(session),
      taskList(activities),
      texts("decisions", "Decisions", ofType(activities, "decision_made")),
      texts("contexts", "Context", ofType(activities, "context_added")),
      texts("notes", "Notes", noted(activities)),
    ),
    all(activities),
  );
}

/** Cards side by side; no column is left empty. */
function columns(...cards) {
  const there = cards.filter((card) => card !== null);
  return h("div.columns", { style: { "--most": there.length } }, there);
}

function taskList(activities) {
  return listed(
    "tasks",
    "Tasks",
    tasks(activities).map((task) =>
      h("li.spread", {}, told(task.title), h(task.status === "completed" ? "span.small.good" : "span.small.faint", {}, task.status === "completed" ? "✓ Completed" : sentence(task.status))),
    ),
  );
}

/** What has a title, a text, or both. */
function texts(id, title, activities) {
  return listed(
    id,
    title,
    activities.map((one) =>
      h("li", {}, h("time.when", { datetime: one.occurredAt }, `${time(one.occurredAt)} `), one.title ? h("strong", {}, told(one.title)) : null, one.body ? h("p.told", { dir: "auto" }, one.body) : null),
    ),
  );
}

function noted(activities) {
  return activities.filter((one) => one.body && (one.type === "note_added" || one.type === "session_ended"));
}

/** Everything as text, for who reads rather than looks. */
function all(activities) {
  const list = h("ul.list.activities");
  const details = h("details", {}, h("summary", {}, `Show all ${number(activities.length)} as a list`), list);
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
  return h("section.card", { "aria-labelledby": "all" }, h("header", {}, h("h2", { id: "all" }, "Activities")), details);
}

function share(session) {
  const click = async () => save(`aidis-session-${session.number}.html`, "text/html", await page(`/sessions/${session.id}/report`, {}, "text/html"));
  return h("button", { type: "button", on: { click } }, "Page to share");
}

function compare(session) {
  return h("a.small", { href: `/compare?a=${session.number}` }, "Compare…");
}
