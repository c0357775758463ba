/** A session's summary, of what `session_current` and `session_get` answer. */
const NAMES = { completion: "Completion", decisions: "Decisions", context: "Context", lines: "Lines of code", duration: "Duration" };
const FILES = 5;

appear("aidis-session", (main, answer) => {
  const { session } = answer;
  if (session === undefined) {
    fill(main, h("h1", {}, "No session is open"), h("p.faint", {}, "The next activity begins one."));
    return;
  }
  const { progress } = session;
  fill(
    main,
    h("div.spread", {}, h("h1", {}, `Session ${session.number}`), h("span.faint", {}, sentence(session.status))),
    session.goal ? h("p.goal", { dir: "auto" }, session.goal) : null,
    h("p.faint", {}, session.project ? [told(session.project), ", "] : null, moment(session.started_at)),
    h(
      "dl.numbers",
      {},
      [
        ["Duration", minutes(session.duration_minutes)],
        ["Score", value(session.score?.total)],
        ["Tasks done", `${progress.tasks.completed} / ${progress.tasks.created}`],
        ["Decisions", number(progress.decisions)],
        ["Files changed", number(progress.files_modified)],
        ["Lines", `+${brief(progress.lines_added)} −${brief(progress.lines_removed)}`],
      ].map(([name, amount]) => h("div", {}, h("dt", {}, name), h("dd", {}, amount))),
    ),
    h("ul.bars", {}, (session.score?.parts ?? []).map(component)),
    files(answer),
  );
});

function component(part) {
  return h(
    "li",
    {},
    h("span", {}, NAMES[part.name] ?? sentence(part.name)),
    h("span.bar", { style: { "--share": `${(100 * Math.max(0, part.points)) / part.most}%` }, "aria-hidden": "true" }),
    h("span.points", {}, part.measured ? `${value(part.points)} of ${part.most}` : "n/a"),
  );
}

function files(answer) {
  const paths = answer.active_files ?? (answer.files ?? []).map((file) => file.path);
  return paths.length === 0 ? null : [h("h2", {}, "Files"), h("ul", {}, paths.slice(0, FILES).map((path) => h("li.path", {}, told(path))))];
}
