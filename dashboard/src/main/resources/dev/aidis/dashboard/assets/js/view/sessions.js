/** All sessions, with filters that live in the address. */
import { get, page } from "../api.js";
import { fill, h, say } from "../dom.js";
import { rows, sessionTable } from "../part/sessionTable.js";
import { empty, failure, loading } from "../part/states.js";
import { filtersOf, sameFilters } from "../filters.js";
import { csv, save } from "../chart/download.js";
import { plural } from "../words.js";

const PAGE = 50;
const TYPING_MS = 250;
const STATUSES = ["active", "paused", "ended", "timeout"];

/** Shows the filters and the first page; more comes when it is asked for. */
export async function show(main, { query, signal }) {
  let filters = filtersOf(query);
  const results = h("section.card", { "aria-label": "Sessions" });
  const projects = await get("/projects", { limit: 200 }, signal);
  const change = (name, value) => {
    const next = filtersOf(new URLSearchParams({ ...filters, [name]: value }));
    if (!sameFilters(next, filters)) {
      filters = next;
      history.replaceState(null, "", `/sessions${string(filters)}`);
      search(results, filters, signal);
    }
  };
  fill(
    main,
    h("div.spread", {}, h("h1", {}, "Sessions"), h("div.row", {}, exports(() => filters))),
    form(filters, projects.projects, change),
    results,
  );
  await search(results, filters, signal);
}

function form(filters, projects, change) {
  let waiting;
  const typed = (event) => {
    clearTimeout(waiting);
    const { name, value } = event.target;
    waiting = setTimeout(() => change(name, value), TYPING_MS);
  };
  const text = (name, label, attributes = {}) =>
    h(`div.${name === "text" ? "words" : "one"}`, {}, h("label", { for: `f-${name}` }, label), h("input", { id: `f-${name}`, name, value: filters[name] ?? "", on: { input: typed }, ...attributes }));
  const select = (name, label, values) => {
    const chosen = h("select", { id: `f-${name}`, name, on: { change: (event) => change(name, event.target.value) } }, h("option", { value: "" }, "all"), values.map((one) => h("option", { value: one, selected: one === filters[name] }, one)));
    return h("div", {}, h("label", { for: `f-${name}` }, label), chosen);
  };
  return h(
    "form.filters",
    { role: "search", on: { submit: (event) => event.preventDefault() } },
    text("text", "Search", { type: "search", placeholder: "Goals, notes, tasks …" }),
    select("project", "Project", names(projects, filters.project)),
    text("tag", "Tag"),
    text("model", "Model"),
    text("machine", "Machine"),
    select("status", "Status", STATUSES),
    text("since", "From", { type: "date" }),
    text("until", "To", { type: "date" }),
  );
}

function names(projects, chosen) {
  const all = projects.map((project) => project.name);
  return chosen === undefined || all.includes(chosen) ? all : [chosen, ...all];
}

let latest = 0;

async function search(results, filters, signal) {
  const mine = ++latest;
  const slow = setTimeout(() => fill(results, loading()), 300);
  try {
    const found = await get("/sessions", { ...filters, limit: PAGE }, signal);
    if (mine === latest) {
      fill(results, found.sessions.length === 0 ? nothing(filters) : table(found, filters, signal));
      say(found.next === undefined ? `${plural(found.sessions.length, "session")} found` : `More than ${PAGE} sessions found`);
    }
  } catch (error) {
    if (!signal.aborted && mine === latest) {
      fill(results, failure(error, () => search(results, filters, signal)));
    }
  } finally {
    clearTimeout(slow);
  }
}

/** The first page, and a button for the next one as long as there is one. */
function table(found, filters, signal) {
  const shown = sessionTable(found.sessions);
  let after = found.next;
  const body = shown.querySelector("tbody");
  const more = h("button", { type: "button" }, "Show more");
  more.hidden = after === undefined;
  more.addEventListener("click", async () => {
    more.disabled = true;
    const next = await get("/sessions", { ...filters, limit: PAGE, after }, signal);
    body.append(...rows(next.sessions));
    after = next.next;
    more.hidden = after === undefined;
    more.disabled = false;
    say(`${plural(body.children.length, "session")} shown`);
  });
  return [shown, h("p.row", {}, more)];
}

function nothing(filters) {
  return Object.keys(filters).length === 0
    ? empty("No sessions yet", "Work with an assistant that is connected, or bring your history in: ", h("code", {}, "aidis import git PATH"))
    : empty("No session is like that", "Leave a filter out, or ", h("a", { href: "/sessions" }, "see all sessions"), ".");
}

function exports(filters) {
  const asCsv = async () => {
    const { sessions } = await get("/sessions", { ...filters(), limit: 1_000 });
    const columns = ["Number", "Started", "Project", "Goal", "Status", "Minutes", "Active minutes", "Tasks created", "Tasks completed", "Lines added", "Lines removed", "Score"];
    save("aidis-sessions.csv", "text/csv", csv(columns, sessions.map(cells)));
  };
  const asPage = async () => save("aidis-sessions.html", "text/html", await page("/sessions", { ...filters(), limit: 1_000 }, "text/html"));
  return [h("button", { type: "button", on: { click: asCsv } }, "CSV"), h("button", { type: "button", on: { click: asPage } }, "Page to share")];
}

function cells(one) {
  const all = one.counters;
  return [one.number, one.startedAt, one.project, one.goal, one.status, one.durationMinutes, one.activeMinutes, all.tasksCreated, all.tasksCompleted, all.linesAdded, all.linesRemoved, one.productivityScore];
}

function string(filters) {
  const text = new URLSearchParams(filters).toString();
  return text === "" ? "" : `?${text}`;
}
