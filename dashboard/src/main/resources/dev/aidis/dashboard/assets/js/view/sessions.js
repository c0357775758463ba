/** All sessions, with filters that live in the address. */
import { get, page } from "../api.js";
import { fill, h, say } from "../dom.js";
import { sessionTable } from "../part/sessionTable.js";
import { empty, failure, loading } from "../part/states.js";
import { filtersOf, sameFilters } from "../filters.js";
import { csv, save } from "../chart/download.js";
import { plural } from "../words.js";

const PAGE = 100;
const ALL_AT_ONCE = 1_000;
const AHEAD = "1200px";
const TYPING_MS = 250;
const STATUSES = ["active", "paused", "ended", "timeout"];

/** Shows the filters and the first page; more comes as one reads on. Who comes back finds what was there. */
export async function show(main, { query, signal, again }) {
  let filters = filtersOf(query);
  const found = new Found(signal);
  const projects = await get("/projects", { limit: 200 }, signal);
  const change = (name, value) => {
    const next = filtersOf(new URLSearchParams({ ...filters, [name]: value }));
    if (!sameFilters(next, filters)) {
      filters = next;
      history.replaceState(null, "", `/sessions${string(filters)}`);
      search(found, filters, signal);
    }
  };
  fill(
    main,
    h("div.spread", {}, h("h1", {}, "Sessions"), h("div.row", {}, exports(() => filters))),
    form(filters, projects.projects, change),
    found.place,
  );
  if (again && kept.address === location.pathname + location.search) {
    found.begin(filters, kept.pages, kept.heights);
  } else {
    await search(found, filters, signal);
  }
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

async function search(list, filters, signal) {
  const mine = ++latest;
  const slow = setTimeout(() => fill(list.place, loading()), 300);
  try {
    const first = await get("/sessions", { ...filters, limit: PAGE }, signal);
    if (mine === latest) {
      list.begin(filters, [first]);
      say(first.next === undefined ? `${plural(first.sessions.length, "session")} found` : `More than ${PAGE} sessions found`);
    }
  } catch (error) {
    if (!signal.aborted && mine === latest) {
      fill(list.place, failure(error, () => search(list, filters, signal)));
    }
  } finally {
    clearTimeout(slow);
  }
}

/** What was shown last, for who comes back to it. */
let kept = { address: "", pages: [], heights: [] };

/** The sessions found, page by page: the next one is read before the end of the last one is reached. */
class Found {
  #filters = {};
  #pages = [];
  #signal;
  #more;
  #reading = false;

  constructor(signal) {
    this.place = h("section.card.found", { "aria-label": "Sessions" });
    this.#signal = signal;
    this.#more = h("button", { type: "button", on: { click: () => this.#read() } }, "Show more");
    const near = new IntersectionObserver(([entry]) => entry.isIntersecting && this.#read(), { rootMargin: AHEAD });
    near.observe(this.#more);
    signal.addEventListener("abort", () => {
      near.disconnect();
      kept.heights = [...this.place.querySelectorAll(".part")].map((part) => part.offsetHeight);
    });
  }

  begin(filters, pages, heights = []) {
    this.#filters = filters;
    this.#pages = pages;
    const shown = pages.reduce((sum, page) => sum + page.sessions.length, 0);
    fill(this.place, shown === 0 ? nothing(filters) : [pages.map((page, i) => sessionTable(page.sessions, i + 1, heights[i])), h("p.row", {}, this.#more)]);
    this.#changed();
  }

  async #read() {
    const after = this.#pages.at(-1)?.next;
    if (this.#reading || after === undefined) {
      return;
    }
    this.#reading = true;
    const pages = this.#pages;
    try {
      const next = await get("/sessions", { ...this.#filters, limit: PAGE, after }, this.#signal);
      if (pages === this.#pages) {
        pages.push(next);
        this.#more.parentElement.before(sessionTable(next.sessions, pages.length));
        this.#changed();
        say(`${plural(this.place.querySelectorAll("tbody tr").length, "session")} shown`);
      }
    } catch (error) {
      if (!this.#signal.aborted) {
        say(error.message);
      }
    } finally {
      this.#reading = false;
    }
  }

  #changed() {
    this.#more.hidden = this.#pages.at(-1).next === undefined;
    kept = { address: location.pathname + location.search, pages: this.#pages, heights: [] };
  }
}

function nothing(filters) {
  return Object.keys(filters).length === 0
    ? empty("No sessions yet", "Work with an assistant that is connected, or bring your history in: ", h("code", {}, "aidis import git PATH"))
    : empty("No session is like that", "Leave a filter out, or ", h("a", { href: "/sessions?workspace=" }, "see all sessions"), ".");
}

function exports(filters) {
  const asCsv = async () => {
    const sessions = await all(filters());
    const columns = ["Number", "Started", "Project", "Goal", "Status", "Minutes", "Active minutes", "Tasks created", "Tasks completed", "Lines added", "Lines removed", "Score"];
    save("aidis-sessions.csv", "text/csv", csv(columns, sessions.map(cells)));
  };
  const asPage = async () => save("aidis-sessions.html", "text/html", await page("/sessions", { ...filters(), limit: ALL_AT_ONCE }, "text/html"));
  return [h("button", { type: "button", on: { click: asCsv } }, "CSV"), h("button", { type: "button", on: { click: asPage } }, "Page to share")];
}

async function all(filters) {
  const sessions = [];
  let after;
  do {
    const page = await get("/sessions", { ...filters, limit: ALL_AT_ONCE, after });
    sessions.push(...page.sessions);
    after = page.next;
  } while (after !== undefined);
  return sessions;
}

function cells(one) {
  const all = one.counters;
  return [one.number, one.startedAt, one.project, one.goal, one.status, one.durationMinutes, one.activeMinutes, all.tasksCreated, all.tasksCompleted, all.linesAdded, all.linesRemoved, one.productivityScore];
}

function string(filters) {
  const text = new URLSearchParams(filters).toString();
  return text === "" ? "" : `?${text}`;
}
