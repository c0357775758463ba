/** Two sessions side by side, and what makes the difference. */
import { get } from "../api.js";
import { csv, save } from "../chart/download.js";
import { fill, h, told } from "../dom.js";
import * as parts from "../part/session.js";
import { empty } from "../part/states.js";
import { chosen as workspace } from "../workspace.js";
import { cut, day, minutes, sentence, time, value } from "../words.js";

const MOST_FILES = 12;
const MOST_CHARACTERS = 300;
const PRINT = { dollars: (amount) => `$${amount.toFixed(2)}`, minutes: (amount) => minutes(amount), percent: (amount) => `${value(amount)} %` };

export async function show(main, { query, signal, go }) {
  const a = query.get("a");
  const b = query.get("b");
  const { sessions } = await get("/sessions", { limit: 100, workspace: workspace() }, signal);
  const chosen = [a ?? String(sessions[1]?.number ?? ""), b ?? String(sessions[0]?.number ?? "")];
  if (a === chosen[1] && b === null) {
    chosen[1] = String(sessions.find((one) => String(one.number) !== a)?.number ?? "");
  }
  if (chosen.includes("")) {
    fill(main, h("h1", {}, "Compare"), empty("Nothing to compare yet", "There must be two sessions; this page will show what makes the difference."));
    return;
  }
  const head = [h("h1", {}, "Compare"), chooser(sessions, chosen, go)];
  const comparison = await get("/compare", { a: chosen[0], b: chosen[1] }, signal);
  fill(
    main,
    head,
    h("div.sides", {}, side("First", comparison.first), side("Second", comparison.second)),
    h(
      "section.card",
      { "aria-labelledby": "why" },
      h("header", {}, h("h2", { id: "why" }, "What makes the difference")),
      h("ul.explained", {}, comparison.explanation.map((text) => h("li", {}, told(text)))),
    ),
    h("div.pair", {}, h("div.stack", {}, against(comparison), files(comparison)), measures(comparison)),
  );
}

function chooser(sessions, chosen, go) {
  const select = (label, i) =>
    h(
      "div",
      {},
      h("label", { for: `side-${i}` }, label),
      h(
        "select",
        {
          id: `side-${i}`,
          on: {
            change: (event) => {
              const next = chosen.with(i, event.target.value);
              go(`/compare?${new URLSearchParams({ a: next[0], b: next[1] })}`);
            },
          },
        },
        options(sessions, chosen[i]),
      ),
    );
  return h("form.pair", {}, select("First session", 0), select("Second session", 1));
}

function options(sessions, chosen) {
  const known = sessions.some((one) => String(one.number) === chosen);
  const option = (one) =>
    h("option", { value: one.number, selected: String(one.number) === chosen }, `#${one.number} ${day(one.startedAt)} ${one.project ?? ""}`);
  return [known ? null : h("option", { value: chosen, selected: true }, chosen === "" ? "none" : `#${chosen}`), ...sessions.map(option)];
}

function side(name, session) {
  return h(
    "section.card",
    { "aria-label": `${name} session` },
    h("header", {}, h("h2", {}, h("a", { href: `/sessions/${session.number}` }, `Session ${session.number}`)), parts.status(session)),
    h("p.told", { dir: "auto" }, session.goal ? cut(session.goal, MOST_CHARACTERS) : "No goal was set."),
    h("p.faint.small", {}, session.project ? [told(session.project), ", "] : null, day(session.startedAt), ", ", time(session.startedAt)),
    h("p.row", {}, parts.tags(session.tags)),
  );
}

/** The score's components, growing to both sides. */
function against(comparison) {
  const { first, second } = comparison;
  const row = ({ name, most, first: left, second: right }) =>
    h("li", {}, half("first", left, most), h("span.middle", {}, sentence(name)), half("second", right, most));
  return h(
    "section.card",
    { "aria-labelledby": "parts" },
    h("header", {}, h("h2", { id: "parts" }, "Score")),
    h("ul.against", {}, comparison.score.map(row)),
    h("p.faint.small", {}, `Points of session ${first.number} on the left, of session ${second.number} on the right; full bars are all that can be had.`),
  );
}

function half(kind, points, most) {
  return h(`span.${kind}`, {}, h("span.bar", { style: { "--share": `${(100 * Math.max(0, points)) / most}%` }, "aria-hidden": "true" }), h("b", {}, value(points)));
}

function measures(comparison) {
  const all = [...comparison.measures, ...comparison.indicators];
  const print = (one, amount) => (amount === undefined ? "n/a" : (PRINT[one.unit] ?? value)(amount));
  const difference = (one) => (one.difference === undefined || one.difference === 0 ? "" : `${one.difference > 0 ? "+" : "−"}${print(one, Math.abs(one.difference))}`);
  const download = () =>
    save("aidis-comparison.csv", "text/csv", csv(["Measure", "Unit", `Session ${comparison.first.number}`, `Session ${comparison.second.number}`], all.map((one) => [one.label, one.unit, one.first, one.second])));
  return h(
    "section.card",
    { "aria-labelledby": "measures" },
    h("header", {}, h("h2", { id: "measures" }, "Measures"), h("div.actions", {}, h("button.quiet", { type: "button", "aria-label": "Measures as CSV", on: { click: download } }, "CSV"))),
    h(
      "table.measures",
      {},
      h("thead", {}, h("tr", {}, ["Measure", `#${comparison.first.number}`, `#${comparison.second.number}`, "Difference"].map((name, i) => h(i > 0 ? "th.amount" : "th", { scope: "col" }, name)))),
      h("tbody", {}, all.map((one) => h("tr", {}, h("td", {}, one.label), h("td.amount", {}, print(one, one.first)), h("td.amount", {}, print(one, one.second)), h("td.amount", {}, difference(one))))),
    ),
  );
}

function files({ files: overlap, first, second }) {
  const mark = (there, times) => h("td.amount", {}, there ? (times > 0 ? `${times}×` : "mentioned") : "–");
  return h(
    "section.card",
    { "aria-labelledby": "overlap" },
    h("header", {}, h("h2", { id: "overlap" }, "Files"), h("span.faint.small", {}, `${overlap.common} in both, ${overlap.onlyFirst} and ${overlap.onlySecond} in one`)),
    overlap.files.length === 0
      ? h("p.faint", {}, "No files in either.")
      : h(
          "table",
          {},
          h("thead", {}, h("tr", {}, ["File", `#${first.number}`, `#${second.number}`].map((name, i) => h(i > 0 ? "th.amount" : "th", { scope: "col" }, name)))),
          h("tbody", {}, overlap.files.slice(0, MOST_FILES).map((file) => h("tr", {}, h("td.path", {}, told(file.path)), mark(file.inFirst, file.timesFirst), mark(file.inSecond, file.timesSecond)))),
        ),
  );
}
