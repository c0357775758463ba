/** The session at hand, as it grows. */
import { at } from "../activity.js";
import { get } from "../api.js";
import { timeline } from "../chart/timeline.js";
import { fill, h, say } from "../dom.js";
import { listen } from "../events.js";
import { legend, line, missing } from "../part/activities.js";
import { controls, starter } from "../part/edit.js";
import * as parts from "../part/session.js";
import { loading } from "../part/states.js";
import { readTimeline } from "../timeline.js";
import { chosen } from "../workspace.js";
import { minutes, number, plural, value } from "../words.js";
import { sessionTable } from "../part/sessionTable.js";

const RECENT = 14;
const FILES = 8;

/** Shows it until the signal ends it. */
export async function show(main, { signal }) {
  fill(main, h("h1", {}, "Now"), loading());
  let shown = null;
  let broken = false;
  const live = h("p.faint.small", { role: "status" });
  const hear = async ({ type, data }) => {
    if (type === "idle") {
      shown?.end();
      shown = null;
      await idle(main, signal);
    } else if (type === "session") {
      if (shown === null || shown.id !== data.session.id) {
        shown?.end();
        shown = new Running(main, data, live, signal);
        await shown.begin();
      } else {
        shown.changed(data);
        if (broken) {
          await shown.readAgain();
        }
      }
      broken = false;
    } else if (type === "activity") {
      shown?.happened(data);
    } else if (type === "dropped") {
      await shown?.readAgain();
    }
  };
  let queue = Promise.resolve();
  listen(
    (event) => {
      queue = queue.then(() => hear(event)).catch((error) => signal.aborted || console.error(error));
    },
    (connected) => {
      broken ||= !connected;
      fill(live, connected ? "" : "Not connected; trying again.");
    },
    signal,
  );
}

/** A session that is open. */
class Running {
  #main;
  #detail;
  #timeline;
  #ids = new Set();
  #signal;
  #ended = new AbortController();
  #head = h("div");
  #tiles = h("div");
  #recent = h("ul.list.activities");
  #score = h("div");
  #files = h("div");
  #missing = h("div");
  #live;
  #chart;

  constructor(main, detail, live, signal) {
    this.#main = main;
    this.#detail = detail;
    this.#live = live;
    this.#signal = AbortSignal.any([signal, this.#ended.signal]);
  }

  get id() {
    return this.#detail.session.id;
  }

  async begin() {
    await this.#read();
    this.#chart = timeline(() => this.#timeline.activities, this.#signal, [legend(), this.#missing]);
    fill(
      this.#main,
      this.#head,
      this.#tiles,
      this.#chart.card,
      h(
        "div.pair",
        {},
        h("section.card", { "aria-labelledby": "recent" }, h("header", {}, h("h2", { id: "recent" }, "What happened last"), this.#live), this.#recent),
        h("div.stack", {}, this.#score, this.#files),
      ),
    );
    this.#drawHead();
    this.#draw();
    const tick = setInterval(() => this.#drawTiles(), 1_000);
    this.#signal.addEventListener("abort", () => clearInterval(tick));
  }

  /** What happened while nothing was heard is in the timeline. */
  async readAgain() {
    await this.#read();
    this.#draw();
  }

  async #read() {
    this.#timeline = await readTimeline(this.id, this.#signal);
    this.#ids = new Set(this.#timeline.activities.map((activity) => activity.id));
  }

  changed(detail) {
    const before = this.#detail.session;
    this.#detail = detail;
    if (["goal", "status", "project", "aiModel", "tags", "machines"].some((name) => String(before[name]) !== String(detail.session[name]))) {
      this.#drawHead();
    }
    this.#draw();
  }

  happened(activity) {
    if (this.#ids.has(activity.id)) {
      return;
    }
    this.#ids.add(activity.id);
    const { activities } = this.#timeline;
    activities.push(activity);
    if (activities.length > 1 && at(activity) < at(activities.at(-2))) {
      activities.sort((a, b) => at(a) - at(b));
    }
    this.#draw();
  }

  end() {
    this.#ended.abort();
  }

  #drawHead() {
    const { session } = this.#detail;
    const link = h("a", { href: `/sessions/${session.number}` }, `Session ${session.number}`);
    fill(this.#head, parts.headline(session, "Now", ...controls(session, () => say("Saved"))), h("p.small", {}, link));
  }

  #draw() {
    this.#drawTiles();
    fill(this.#recent, this.#timeline.activities.slice(-RECENT).reverse().map(line));
    fill(this.#missing, missing(this.#timeline, this.#detail.session.counters.activities));
    fill(this.#score, parts.score(this.#detail));
    fill(this.#files, parts.files(this.#detail.files, FILES));
    this.#chart.redraw();
  }

  /** What has risen since it was drawn last is marked for a moment. */
  #drawTiles() {
    const tiles = parts.counted(this.#detail.session, new Date());
    const before = [...this.#tiles.querySelectorAll("dd:not(.note)")].map((tile) => tile.textContent);
    const drawn = parts.numbers(tiles);
    [...drawn.children].forEach((tile, i) => {
      const risen = i > 0 && before.length > 0 && before[i] !== tile.children[1].textContent;
      tile.classList.toggle("risen", risen);
    });
    if (before.length === 0 || [...drawn.children].some((tile) => tile.classList.contains("risen"))) {
      fill(this.#tiles, drawn);
    } else {
      this.#tiles.querySelector("dd").textContent = tiles[0][1];
    }
  }
}

/** No session is open: the day so far, and a way to begin one. */
async function idle(main, signal) {
  const workspace = chosen();
  const [today, last] = await Promise.all([get("/stats", { period: "day", workspace }, signal), get("/sessions", { limit: 5, workspace }, signal)]);
  const totals = today.current;
  fill(
    main,
    h("section.headline", {}, h("h1", {}, "Now"), h("p.goal.faint", {}, "No session is open. The next activity begins one, or you do:")),
    h("section.card", { "aria-label": "Start a session" }, starter(() => say("Started"))),
    h("h2", {}, "Today"),
    parts.numbers([
      ["With a session", minutes(totals.minutes)],
      ["Active", minutes(totals.activeMinutes)],
      ["Sessions", number(totals.sessions)],
      ["Score", value(totals.averageScore), "on average"],
      ["Tasks done", `${number(totals.counters.tasksCompleted)} / ${number(totals.counters.tasksCreated)}`],
      ["Lines", `+${number(totals.counters.linesAdded)}`, `−${number(totals.counters.linesRemoved)} removed`],
    ]),
    last.sessions.length === 0
      ? h("p.faint", {}, "There are no sessions yet. ", h("code", {}, "aidis import git PATH"), " makes sessions of your commits.")
      : h("section.card", { "aria-labelledby": "last" }, h("header", {}, h("h2", { id: "last" }, "Last sessions"), h("span.faint.small", {}, plural(totals.sessions, "session"), " today")), sessionTable(last.sessions)),
  );
}
