/** Parts that tell of one session. */
import { h, told } from "../dom.js";
import { brief, clock, day, minutes, money, number, percent, sentence, time, value } from "../words.js";

const LONG_GOAL = 280;
const PART_NAMES = { completion: "Completion", decisions: "Decisions", context: "Context", lines: "Lines of code", duration: "Duration" };

export function status(session) {
  return h(`span.pill.${session.status}`, {}, sentence(session.status));
}

/** What it is about: heading, goal, where and when. */
export function headline(session, heading, ...controls) {
  const when = [day(session.startedAt), ", ", time(session.startedAt), session.endedAt ? `–${time(session.endedAt)}` : ""];
  return h(
    "section.headline",
    { "aria-label": "Session" },
    h("div.spread", {}, h("div.row", {}, h("h1", {}, heading), status(session)), h("div.row", {}, controls)),
    session.goal
      ? h(session.goal.length > LONG_GOAL ? "p.goal.told.long" : "p.goal.told", { dir: "auto", tabindex: session.goal.length > LONG_GOAL ? "0" : null, "aria-label": "Goal" , role: session.goal.length > LONG_GOAL ? "region" : null}, session.goal)
      : h("p.goal.faint", {}, "No goal was set."),
    h(
      "div.facts",
      {},
      session.project ? h("span", {}, told(session.project)) : null,
      h("span", {}, when),
      session.machines.length > 0 ? h("span", {}, session.machines.map((name, i) => [i > 0 ? ", " : "", told(name)])) : null,
      session.aiModel ? told(session.aiModel) : null,
      tags(session.tags),
    ),
    session.goalVerdict
      ? h("p", {}, h("strong", {}, `Goal achieved: ${session.goalVerdict}. `), told(session.goalVerdictExplanation ?? ""))
      : null,
  );
}

/** Each leads to the sessions that have it too. */
export function tags(names) {
  return names.map((name) => h("a.tag", { href: `/sessions?${new URLSearchParams({ tag: name })}`, dir: "auto" }, name));
}

/**
 * What is counted, as tiles: `[name, value, note]`.
 * @param {Date} now for the time that an open session has lasted
 */
export function counted(session, now) {
  const all = session.counters;
  const usage = all.usage;
  const tokens = usage.inputTokens + usage.outputTokens + usage.cacheReadTokens + usage.cacheCreationTokens;
  const elapsed = session.endedAt ? minutes(session.durationMinutes) : clock((now - new Date(session.startedAt)) / 1000);
  return [
    [session.endedAt ? "Duration" : "Elapsed", elapsed, session.pausedMinutes > 0 ? `${minutes(session.pausedMinutes)} paused` : null],
    ["Active", minutes(session.activeMinutes)],
    ["Score", value(session.productivityScore), "of 100"],
    ["Tasks done", `${number(all.tasksCompleted)} / ${number(all.tasksCreated)}`],
    ["Lines", `+${brief(all.linesAdded)}`, `−${brief(all.linesRemoved)} removed`],
    ["Files changed", number(all.filesModified)],
    ["Prompts", number(all.prompts), `${number(all.toolUses)} tool uses`],
    ["Tokens", brief(tokens), tokens > 0 ? money(usage.costMicroUsd) : null],
  ];
}

export function numbers(tiles) {
  return h(
    tiles.length === 6 ? "dl.numbers.six" : "dl.numbers",
    {},
    tiles.map(([name, amount, note]) => h("div", {}, h("dt", {}, name), h("dd", {}, amount), note ? h("dd.note", {}, note) : null)),
  );
}

/** The score taken apart, and the indicators beside it. */
export function score(detail) {
  return h(
    "section.card",
    { "aria-labelledby": "score" },
    h("header", {}, h("h2", { id: "score" }, "Score")),
    h("p.total", {}, h("b", {}, value(detail.score.total)), h("span.faint", {}, "of 100")),
    h("ul.bars", {}, detail.score.parts.map(component)),
    h(
      "table.quiet-table",
      {},
      h("caption.unseen", {}, "Indicators"),
      h("thead.unseen", {}, h("tr", {}, h("th", { scope: "col" }, "Indicator"), h("th", { scope: "col" }, "Value"), h("th", { scope: "col" }, "Rating"))),
      h("tbody", {}, Object.values(detail.indicators).map(indicator)),
    ),
  );
}

function component(part) {
  return h(
    "li",
    {},
    h("span", {}, PART_NAMES[part.name] ?? sentence(part.name)),
    h("span.bar", { style: { "--share": `${(100 * Math.max(0, part.points)) / part.most}%` }, "aria-hidden": "true" }),
    h("span.points", {}, part.measured ? `${value(part.points)} of ${part.most}` : `n/a of ${part.most}`),
  );
}

function indicator(one) {
  return h(
    "tr",
    {},
    h("td", {}, one.label),
    h("td.amount", {}, value(one.value)),
    h("td", {}, one.status ? h(`span.${one.status}`, {}, sentence(one.status)) : h("span.faint", {}, "n/a")),
  );
}

/** Files with lines, most changed first. */
export function files(list, most = 12) {
  const greatest = Math.max(1, ...list.map((file) => file.linesAdded + file.linesRemoved));
  const row = (file) =>
    h(
      "tr",
      {},
      h("td.path", {}, told(file.path)),
      h("td.amount", {}, file.timesModified > 0 ? `${number(file.timesModified)}×` : "mentioned"),
      h("td.amount", {}, h("span.added", {}, `+${number(file.linesAdded)}`), " ", h("span.removed", {}, `−${number(file.linesRemoved)}`)),
      h("td.share", { "aria-hidden": "true" }, h("div.bar.split", { style: { "--share": share(file.linesAdded, greatest), "--rest": share(file.linesRemoved, greatest), width: "5rem" } })),
    );
  return h(
    "section.card",
    { "aria-labelledby": "files" },
    h("header", {}, h("h2", { id: "files" }, "Files"), list.length > most ? h("span.faint.small", {}, `${most} of ${number(list.length)}`) : null),
    list.length === 0
      ? h("p.faint", {}, "No files yet.")
      : h(
          "div.scroll",
          { tabindex: "0", role: "group", "aria-label": "Files with their lines" },
          h(
            "table",
            {},
            h("thead", {}, h("tr", {}, ["File", "Changed", "Lines"].map((name, i) => h(i > 0 ? "th.amount" : "th", { scope: "col" }, name)), h("td.share"))),
            h("tbody", {}, list.slice(0, most).map(row)),
          ),
        ),
  );
}

function share(lines, greatest) {
  return `${(100 * lines) / greatest}%`;
}

/** Tokens by kind and what they cost; nothing where none were told. */
export function usage(session) {
  const used = session.counters.usage;
  const kinds = [
    ["Input", used.inputTokens],
    ["Output", used.outputTokens],
    ["Read from cache", used.cacheReadTokens],
    ["Written to cache", used.cacheCreationTokens],
  ].filter(([, count]) => count > 0);
  if (kinds.length === 0) {
    return null;
  }
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  return h(
    "section.card",
    { "aria-labelledby": "usage" },
    h("header", {}, h("h2", { id: "usage" }, "Tokens and cost")),
    h("p.total", {}, h("b", {}, money(used.costMicroUsd)), h("span.faint", {}, `for ${brief(all)} tokens`)),
    h(
      "ul.bars",
      {},
      kinds.map(([name, count]) =>
        h("li", {}, h("span", {}, name), h("span.bar", { style: { "--share": share(count, all) }, "aria-hidden": "true" }), h("span.points", {}, `${brief(count)}, ${percent(count / all)}`)),
      ),
    ),
  );
}
