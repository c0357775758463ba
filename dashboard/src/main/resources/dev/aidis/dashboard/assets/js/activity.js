/** What a session's activities tell when they are laid side by side. Pure; activities are in order of time. */
import { sentence } from "./words.js";

/** A gap longer than this is not active time; as the tracker counts it. */
export const ACTIVE_GAP_MS = 15 * 60_000;

/** Lanes of the timeline from the top, and the types of activities in each. */
export const LANES = [
  ["Session", ["session_started", "session_ended", "session_paused", "session_resumed", "goal_set", "goal_evaluated", "tags_added", "tags_removed", "project_switched", "project_created", "client_connected", "model_changed"]],
  ["Prompts", ["prompt_submitted"]],
  ["Tools", ["tool_used"]],
  ["Tokens", ["tokens_used"]],
  ["Files", ["file_modified", "file_mentioned", "code_measured"]],
  ["Tasks", ["task_created", "task_todo", "task_in_progress", "task_completed"]],
  ["Decisions", ["decision_made"]],
  ["Context", ["context_added"]],
  ["Notes", ["note_added"]],
];
const OTHER = "Other";
const LANE_OF = new Map(LANES.flatMap(([lane, types]) => types.map((type) => [type, lane])));

/** The lane of a type; those that this version does not know have one of their own. */
export function lane(type) {
  return LANE_OF.get(type) ?? OTHER;
}

/** The lanes that something is in, from the top. */
export function lanes(activities) {
  const used = new Set(activities.map((activity) => lane(activity.type)));
  return [...LANES.map(([name]) => name), OTHER].filter((name) => used.has(name));
}

/** Times without activity: `{kind: "pause" | "gap", from, to}` in milliseconds. */
export function quietTimes(activities) {
  const quiet = [];
  for (let i = 1; i < activities.length; i++) {
    const from = at(activities[i - 1]);
    const to = at(activities[i]);
    if (activities[i - 1].type === "session_paused" && to > from) {
      quiet.push({ kind: "pause", from, to });
    } else if (to - from > ACTIVE_GAP_MS) {
      quiet.push({ kind: "gap", from, to });
    }
  }
  return quiet;
}

/** Where somebody worked and when: `{machine, from, to}`, broken where it was quiet. */
export function machineSpans(activities) {
  const spans = [];
  const open = new Map();
  for (const activity of activities) {
    const now = at(activity);
    const span = open.get(activity.machine);
    if (span !== undefined && now - span.to <= ACTIVE_GAP_MS) {
      span.to = now;
    } else {
      const begun = { machine: activity.machine, from: now, to: now };
      open.set(activity.machine, begun);
      spans.push(begun);
    }
  }
  return spans;
}

/** One line that says what happened; what users told of it stands apart. */
export function summary(activity) {
  const text = activity.title ?? activity.filePath ?? activity.body ?? activity.description;
  return { kind: sentence(activity.type), text: text ?? "" };
}

export function at(activity) {
  return Date.parse(activity.occurredAt);
}
