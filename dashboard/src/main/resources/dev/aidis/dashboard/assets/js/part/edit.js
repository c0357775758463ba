/** Buttons with which the user changes a session, and the dialogs behind them. */
import { change, mend } from "../changes.js";
import { h, say, told } from "../dom.js";

/**
 * Edits goal, tags and notes, and ends the session where it is the one at hand.
 * @param {object} session as the tracker tells it
 * @param {function()} changed is called when something was changed
 */
export function controls(session, changed) {
  const open = !session.endedAt;
  const tell = (name, type, said, fields) => (open ? change(name, fields.live) : mend(session, type, said, fields.mended));
  const edits = [
    button("Goal", () =>
      ask("Goal", { label: "What is it to achieve?", value: session.goal ?? "", long: true }, changed, (goal) =>
        tell("goal", "goal_set", `goal ${goal}`, { live: { goal }, mended: { body: goal } }),
      ),
    ),
    button("Tags", () => {
      const kept = new Set(session.tags);
      ask("Tags", { label: "Add tags, with commas between them", value: "", optional: true, above: tagChoice(session.tags, kept) }, changed, async (text) => {
        const removed = session.tags.filter((tag) => !kept.has(tag));
        const added = text.split(",").map((tag) => tag.trim()).filter((tag) => tag !== "");
        if (removed.length > 0) {
          await tell("untag", "tags_removed", `removed tags ${removed.join(", ")}`, { live: { tags: removed }, mended: { tags: removed } });
        }
        if (added.length > 0) {
          await tell("tag", "tags_added", `tags ${added.join(", ")}`, { live: { tags: added }, mended: { tags: added } });
        }
      });
    }),
    button("Note", () =>
      ask("Add a note", { label: "Note", value: "", long: true }, changed, (note) =>
        tell("note", "note_added", `note ${note}`, { live: { note }, mended: { body: note } }),
      ),
    ),
  ];
  if (!open) {
    return edits;
  }
  const paused = session.status === "paused";
  return [
    ...edits,
    button(paused ? "Resume" : "Pause", async () => {
      await change(paused ? "resume" : "pause");
      changed();
    }),
    button("End…", () =>
      ask("End the session", { label: "Notes, if there is something to remember", value: "", long: true, optional: true }, changed, (notes) =>
        change("end", notes === "" ? {} : { notes }),
      ),
    ),
  ];
}

/** The tags that are there, each to be kept or not. */
function tagChoice(tags, kept) {
  const change = (event) => (event.target.checked ? kept.add(event.target.value) : kept.delete(event.target.value));
  return tags.length === 0
    ? null
    : h(
        "fieldset",
        {},
        h("legend", {}, "Keep"),
        tags.map((tag) => h("label.choice", {}, h("input", { type: "checkbox", checked: true, value: tag, on: { change } }), told(tag))),
      );
}

/** A form that starts a session with a goal. */
export function starter(changed) {
  const field = h("input", { id: "new-goal", placeholder: "What do you want to achieve?", maxlength: "4000" });
  const problem = h("p.problem", { role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    await attempt(problem, async () => {
      await change("start", field.value.trim() === "" ? {} : { goal: field.value.trim() });
      changed();
    });
  };
  return h("form.stack", { on: { submit } }, h("label", { for: "new-goal" }, "Goal"), field, problem, h("div.end", {}, h("button.primary", { type: "submit" }, "Start a session")));
}

function button(name, run) {
  const made = h("button", { type: "button" }, name);
  made.addEventListener("click", async () => {
    made.disabled = true;
    try {
      await run();
    } catch (error) {
      say(error.message);
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

function ask(title, { label, value, long = false, optional = false, above = null }, changed, run) {
  const field = h(long ? "textarea" : "input", { id: "asked", required: !optional, dir: "auto" });
  field.value = value;
  const problem = h("p.problem", { role: "alert" });
  const dialog = h("dialog", { "aria-labelledby": "asking" });
  const submit = async (event) => {
    event.preventDefault();
    const done = await attempt(problem, () => run(field.value.trim()));
    if (done) {
      dialog.close();
      changed();
    }
  };
  dialog.append(
    h(
      "form",
      { on: { submit } },
      h("h2", { id: "asking" }, title),
      above,
      h("label", { for: "asked" }, label),
      field,
      problem,
      h("div.end", {}, h("button", { type: "button", on: { click: () => dialog.close() } }, "Cancel"), h("button.primary", { type: "submit" }, "Save")),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
}

async function attempt(problem, run) {
  problem.textContent = "";
  try {
    await run();
    return true;
  } catch (error) {
    problem.textContent = error.message;
    return false;
  }
}
