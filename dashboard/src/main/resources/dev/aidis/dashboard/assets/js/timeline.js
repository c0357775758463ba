/** Reads a session's timeline, page by page. */
import { get } from "./api.js";

const PAGE = 1_000;

/** So many activities are read at most; the timeline says how many there are. */
const MOST = 10_000;

/**
 * The last activities, in order of time; whether there are more before them; and the months, such as "2026-03", of which they are in the archive.
 * @returns {Promise<{activities: object[], more: boolean, archivedMonths: string[]}>}
 */
export async function readTimeline(ref, signal) {
  const activities = [];
  let after;
  let archivedMonths;
  do {
    const page = await get(`/sessions/${encodeURIComponent(ref)}/timeline`, { limit: PAGE, order: "newest", after }, signal);
    activities.push(...page.activities);
    ({ next: after, archivedMonths } = page);
  } while (after !== undefined && activities.length < MOST);
  return { activities: activities.reverse(), more: after !== undefined, archivedMonths };
}
