/** How work went over days, weeks and months. */
import { get, page } from "../api.js";
import { calendar } from "../chart/calendar.js";
import { scoreByDay, timeByDay } from "../chart/byDay.js";
import { save } from "../chart/download.js";
import { weekHours } from "../chart/weekHours.js";
import { plusDays, streaks, today } from "../days.js";
import { fill, h, told } from "../dom.js";
import * as parts from "../part/session.js";
import { empty } from "../part/states.js";
import { chosen } from "../workspace.js";
import { date, day, minutes, number, percent, plural, signed, value } from "../words.js";

const PERIODS = [["7d", "7 days"], ["30d", "30 days"], ["90d", "90 days"], ["365d", "A year"]];
const YEAR = 364;
const MOST_GROUPS = 8;

export async function show(main, { query, signal }) {
  const workspace = chosen();
  const period = PERIODS.some(([name]) => name === query.get("period")) ? query.get("period") : "30d";
  const last = today(new Date());
  const year = { first: plusDays(last, -YEAR), last };
  const [stats, whole, patterns] = await Promise.all([
    get("/stats", { period, workspace }, signal),
    get("/stats", { since: year.first, until: year.last, workspace }, signal),
    get("/patterns", { period: "365d", workspace }, signal),
  ]);
  const { current, previous } = stats;
  if (whole.current.byDay.length === 0) {
    fill(main, h("h1", {}, "Trends"), empty("No sessions in the last year", "Bring your history in: ", h("code", {}, "aidis import git PATH")));
    return;
  }
  fill(
    main,
    h("div.spread", {}, h("h1", {}, "Trends"), h("div.row", {}, periods(period), share(period))),
    parts.numbers(totals(current, previous)),
    calendar(year, whole.current.byDay, signal, [streakLine(whole.current, last)]),
    h("div.pair", {}, timeByDay(current, previous, signal), scoreByDay(current, previous, signal)),
    weekHours(patterns.week, signal, [inWords(patterns)]),
    h(
      "div.columns",
      {},
      groups("Projects", "project", current.projects),
      groups("Models", "model", current.models),
      groups("Tags", "tag", current.tags),
      languages(current.languages),
    ),
  );
}

function periods(chosen) {
  return h(
    "div.choices",
    { role: "group", "aria-label": "Period" },
    PERIODS.map(([name, label]) => h("a", { href: `/trends?period=${name}`, "aria-current": name === chosen ? "true" : null }, label)),
  );
}

function share(period) {
  const click = async () => save(`aidis-${period}.html`, "text/html", await page("/stats", { period, workspace: chosen() }, "text/html"));
  return h("button", { type: "button", on: { click } }, "Page to share");
}

function totals(now, before) {
  const change = (of) => (before === undefined ? null : `${signed(of(now) - of(before))} to before`);
  const time = (of) => (before === undefined ? null : `${minutes(of(before))} before`);
  const score = before?.averageScore === undefined || now.averageScore === undefined ? null : `${value(before.averageScore)} before`;
  return [
    ["Sessions", number(now.sessions), change((one) => one.sessions)],
    ["Time", minutes(now.minutes), time((one) => one.minutes)],
    ["Active", minutes(now.activeMinutes), time((one) => one.activeMinutes)],
    ["Score", value(now.averageScore), score],
    ["Tasks done", number(now.counters.tasksCompleted), change((one) => one.counters.tasksCompleted)],
    ["Completed", percent(now.completionRate === undefined ? undefined : now.completionRate / 100), "of tasks created"],
    ["Decisions", number(now.counters.decisionsMade), change((one) => one.counters.decisionsMade)],
    ["Lines added", number(now.counters.linesAdded), change((one) => one.counters.linesAdded)],
  ];
}

function streakLine(totals, last) {
  const { current, longest, total } = streaks(new Set(totals.byDay.filter((one) => one.minutes > 0 || one.sessions > 0).map((one) => one.date)), last);
  const best = totals.mostProductiveDay;
  return h(
    "p.streaks.faint.small",
    {},
    h("span", {}, h("strong", {}, plural(current, "day")), " in a row now"),
    h("span", {}, h("strong", {}, plural(longest, "day")), " in a row at most"),
    h("span", {}, h("strong", {}, plural(total, "day")), " with a session"),
    best ? h("span", {}, "Most productive: ", h("strong", {}, day(date(best)))) : null,
  );
}

/** What the map shows, as sentences; only what chance does not explain. */
function inWords(patterns) {
  const sentences = patterns.findings.map((finding) => finding.sentence);
  return sentences.length === 0
    ? h("p.sentence.faint", {}, patterns.remark ?? "There are too few sessions to tell a pattern.")
    : h("ul.explained", {}, sentences.map((text) => h("li", {}, told(text))));
}

function groups(title, filter, list) {
  const id = `by-${filter}`;
  const row = (one) =>
    h(
      "tr",
      {},
      h("td", {}, one.name === undefined ? h("span.faint", {}, "none") : h("a", { href: `/sessions?${new URLSearchParams({ [filter]: one.name })}` }, told(one.name))),
      h("td.amount", {}, number(one.sessions)),
      h("td.amount", {}, one.tasksCreated === 0 ? "–" : `${number(one.tasksCompleted)}/${number(one.tasksCreated)}`),
      h("td.amount", {}, h("span.score", {}, value(Math.round(one.averageScore ?? 0)))),
    );
  return h(
    "section.card",
    { "aria-labelledby": id },
    h("header", {}, h("h2", { id }, title)),
    list.length === 0
      ? h("p.faint", {}, "None in this period.")
      : h(
          "table",
          {},
          h("thead", {}, h("tr", {}, ["Name", "Sessions", "Tasks", "Score"].map((name, i) => h(i > 0 ? "th.amount" : "th", { scope: "col" }, name)))),
          h("tbody", {}, list.slice(0, MOST_GROUPS).map(row)),
        ),
  );
}

function languages(list) {
  if (list === undefined || list.length === 0) {
    return null;
  }
  const greatest = Math.max(1, ...list.map((one) => one.linesAdded + one.linesRemoved));
  return h(
    "section.card",
    { "aria-labelledby": "by-language" },
    h("header", {}, h("h2", { id: "by-language" }, "Languages")),
    h(
      "ul.bars",
      {},
      list.slice(0, MOST_GROUPS).map((one) =>
        h(
          "li",
          {},
          told(one.name),
          h("span.bar", { style: { "--share": `${(100 * (one.linesAdded + one.linesRemoved)) / greatest}%` }, "aria-hidden": "true" }),
          h("span.points", {}, h("span.added", {}, `+${number(one.linesAdded)}`), " ", h("span.removed", {}, `−${number(one.linesRemoved)}`)),
        ),
      ),
    ),
  );
}
