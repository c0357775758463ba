/** Lists of what happened. */
import { summary } from "../activity.js";
import { h, told } from "../dom.js";
import { cut, number, time } from "../words.js";

const MOST_CHARACTERS = 240;

/** One line of a timeline. */
export function line(activity) {
  const { kind, text } = summary(activity);
  const lines =
    activity.linesAdded === undefined || activity.linesAdded === null
      ? null
      : [" ", h("span.added", {}, `+${activity.linesAdded}`), " ", h("span.removed", {}, `−${activity.linesRemoved ?? 0}`)];
  return h(
    "li",
    {},
    h("time.when", { datetime: activity.occurredAt }, time(activity.occurredAt)),
    h(activity.aiInvolved ? "span.who" : "span.who.human", { role: "img", "aria-label": activity.aiInvolved ? "AI" : "Human" }),
    h("span", {}, h("span.faint", {}, kind), text ? [" ", told(cut(text, MOST_CHARACTERS))] : null, lines),
  );
}

/** Which mark stands for whom. */
export function legend() {
  return h(
    "p.legend",
    {},
    h("span", {}, h("span.who", { "aria-hidden": "true" }), "with AI"),
    h("span", {}, h("span.who.human", { "aria-hidden": "true" }), "by hand"),
  );
}

/**
 * What a timeline leaves out; nothing where it is whole.
 * @param {object} read as `readTimeline` told it
 * @param {number} all activities of the session
 */
export function missing({ activities, more, archivedMonths }, all) {
  return [
    more ? h("p.faint.small", {}, `The last ${number(activities.length)} of ${number(all)} activities are drawn.`) : null,
    archivedMonths.map((month) =>
      h("p.faint.small", {}, `What happened in ${month} is archived. It comes back with: `, h("code", {}, `aidis archive restore ${month}`)),
    ),
  ];
}

/**
 * A card with a list in it; nothing where the list is empty.
 * @param {string|number} count said beside the title
 */
export function listed(id, title, items, count = items.length) {
  return items.length === 0 ? null : card(id, title, h("span.faint.small", {}, count), h("ul.list", {}, items));
}

export function card(id, title, beside, ...content) {
  return h("section.card", { "aria-labelledby": id }, h("header", {}, h("h2", { id }, title), beside), content);
}
