/** A week or another period, of what `sessions_stats` answers. */
const DAYS = 31;

appear("aidis-week", (main, { period, current, previous }) => {
  const before = (amount) => (amount === undefined ? null : h("dd.faint", { style: { "font-size": ".8rem", "font-weight": "400" } }, `${amount} before`));
  const tile = (name, amount, earlier) => h("div", {}, h("dt", {}, name), h("dd", {}, amount), before(earlier));
  const was = (read) => (previous === undefined ? undefined : read(previous));
  fill(
    main,
    h("div.spread", {}, h("h1", {}, `Your ${period === "week" ? "week" : period}`), h("span.faint", {}, `${shortDay(date(current.days.first))} to ${shortDay(date(current.days.last))}`)),
    h(
      "dl.numbers",
      {},
      tile("Time", minutes(current.minutes), was((one) => minutes(one.minutes))),
      tile("Active", minutes(current.active_minutes), was((one) => minutes(one.active_minutes))),
      tile("Sessions", number(current.sessions), was((one) => number(one.sessions))),
      tile("Score", value(current.average_score), was((one) => value(one.average_score))),
      tile("Tasks done", number(current.counters.tasks_completed), was((one) => number(one.counters.tasks_completed))),
      tile("Lines added", brief(current.counters.lines_added), was((one) => brief(one.counters.lines_added))),
    ),
    bars(current.by_day),
    groups("Projects", current.projects),
    groups("Tags", current.tags),
  );
});

function bars(days) {
  const shown = days.slice(-DAYS);
  const most = Math.max(1, ...shown.map((day) => day.active_minutes));
  const bar = (day) =>
    h("li", { "aria-label": `${shortDay(date(day.date))}: ${minutes(day.active_minutes)}` }, h("span", { style: { "--share": `${(100 * day.active_minutes) / most}%` } }), shortDay(date(day.date)));
  return shown.length === 0 ? h("p.faint", {}, "No sessions in this time.") : [h("h2", {}, "Active time by day"), h("ul.days", {}, shown.map(bar))];
}

function groups(title, list) {
  const most = Math.max(1, ...list.map((one) => one.sessions));
  const row = (one) =>
    h("li", {}, told(one.name ?? "none"), h("span.bar", { style: { "--share": `${(100 * one.sessions) / most}%` }, "aria-hidden": "true" }), h("span.points", {}, `${plural(one.sessions, "session")}, score ${value(one.average_score)}`));
  return list.length === 0 ? null : [h("h2", {}, title), h("ul.bars", {}, list.slice(0, 5).map(row))];
}
