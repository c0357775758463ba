// Runs in the browser, where the modules are: arguments are the folder of the modules and what gets the failures.
const [root, done] = arguments;
const failures = [];
function same(what, actual, expected) {
  const [given, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (given !== wanted) {
    failures.push(`${what}: ${given} instead of ${wanted}`);
  }
}
const load = (name) => import(`${root}/${name}.js`);

async function words() {
  const { minutes, clock, money, brief, ago, signed, cut, sentence, percent, value } = await load("words");
  same("minutes", [0, 59, 60, 94].map(minutes), ["0 min", "59 min", "1 h", "1 h 34 min"]);
  same("clock", [0, 3725, -1].map(clock), ["0:00:00", "1:02:05", "0:00:00"]);
  same("money", [0, 9_999, 120_000].map(money), ["$0.00", "under $0.01", "$0.12"]);
  same("brief", [9_999, 1_234_567].map(brief), ["9,999", "1.2M"]);
  same("ago", ago("2026-01-01T10:00:00Z", new Date("2026-01-01T11:05:00Z")), "1 h 5 min ago");
  same("signed", [3, -3, 0].map(signed), ["+3", "−3", "±0"]);
  same("cut keeps whole characters", cut("ab👩c", 3), "ab…");
  same("cut leaves short texts", cut("👩👩", 2), "👩👩");
  same("sentence", sentence("task_created"), "Task created");
  same("nothing to measure", [percent(undefined), value(null)], ["n/a", "n/a"]);
}

async function days() {
  const { days, plusDays, streaks, steps } = await load("days");
  same("days over a leap day", days("2028-02-28", "2028-03-01"), ["2028-02-28", "2028-02-29", "2028-03-01"]);
  same("plusDays", plusDays("2026-01-01", -1), "2025-12-31");
  const worked = new Set(["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-06", "2026-01-07"]);
  same("streaks", streaks(worked, "2026-01-07"), { current: 2, longest: 3, total: 5 });
  same("today may be to come", streaks(worked, "2026-01-08").current, 2);
  same("a broken streak", streaks(worked, "2026-01-09").current, 0);
  same("no days", streaks(new Set(), "2026-01-09"), { current: 0, longest: 0, total: 0 });
  const step = steps([0, 10, 20, 30, 40]);
  same("steps", [0, 10, 25, 30, 99].map(step), [0, 1, 2, 2, 4]);
}

async function events() {
  const { EventParser } = await load("events");
  const text = "retry: 2000\n\n: still here\n\nevent: activity\nid: 7\ndata: {\"a\":\ndata: 1}\n\nevent: idle\r\ndata: {}\r\n\r\n";
  const whole = new EventParser().push(text);
  same("events", whole, [{ type: "activity", data: "{\"a\":\n1}", id: "7" }, { type: "idle", data: "{}" }]);
  for (let at = 0; at < text.length; at++) {
    const parser = new EventParser();
    same(`events cut at ${at}`, [...parser.push(text.slice(0, at)), ...parser.push(text.slice(at))], whole);
  }
}

async function activities() {
  const { lane, lanes, quietTimes, machineSpans } = await load("activity");
  const told = [
    ["10:00", "session_started", "laptop"], ["10:05", "session_paused", "laptop"], ["10:10", "tool_used", "laptop"],
    ["10:40", "tool_used", "desk"], ["10:55", "of_a_later_version", "desk"],
  ].map(([time, type, machine]) => ({ type, machine, occurredAt: `2026-01-01T${time}:00Z` }));
  const minute = (ms) => (ms - Date.parse("2026-01-01T10:00:00Z")) / 60_000;
  same("an unknown type has a lane", [lane("tool_used"), lane("of_a_later_version")], ["Tools", "Other"]);
  same("lanes", lanes(told), ["Session", "Tools", "Other"]);
  same("quiet times", quietTimes(told).map(({ kind, from, to }) => [kind, minute(from), minute(to)]), [["pause", 5, 10], ["gap", 10, 40]]);
  same("machines", machineSpans(told).map(({ machine, from, to }) => [machine, minute(from), minute(to)]), [["laptop", 0, 10], ["desk", 40, 55]]);
}

async function workspaces() {
  const { keep, inWorkspace, workspaceHeader } = await load("workspace");
  same("nothing to keep", keep("/sessions?tag=a", undefined), "/sessions?tag=a");
  same("kept", keep("/trends", "side ä"), "/trends?workspace=side+%C3%A4");
  same("one that is named stands", keep("/?workspace=b", "a"), "/?workspace=b");
  same("an empty one is for all", keep("/sessions?workspace=&tag=a", "a"), "/sessions?tag=a");
  same("chosen", [inWorkspace("/?workspace=a", "b"), inWorkspace("/trends?period=7d&workspace=a", "")], ["/?workspace=b", "/trends?period=7d"]);
  same("header", workspaceHeader("ä"), { "Aidis-Workspace": "Ã¤" });
}

async function files() {
  const { csv, fileName } = await load("chart/download");
  same("csv", csv(["a", "b"], [["x,\"y\"", 1], ["=1+1", null], ["-2", -2]]), "a,b\r\n\"x,\"\"y\"\"\",1\r\n'=1+1,\r\n'-2,-2\r\n");
  same("file name", fileName("Time by day"), "aidis-time-by-day");
  const { filtersOf, sameFilters } = await load("filters");
  const filters = filtersOf(new URLSearchParams("tag=%20a%26b&status=&other=1"));
  same("filters", filters, { tag: "a&b" });
  same("same filters", [sameFilters(filters, { tag: "a&b" }), sameFilters(filters, {})], [true, false]);
}

Promise.all([words(), days(), events(), activities(), workspaces(), files()]).then(() => done(failures), (error) => done([String(error)]));
