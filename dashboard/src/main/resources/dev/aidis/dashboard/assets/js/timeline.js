/** Reads a session's whole timeline, page by page. */
import { get } from "./api.js";

const PAGE = 1_000;

/** So many activities are drawn at most; beyond it the timeline says that there are more. */
export const MOST = 10_000;

/**
 * The activities from the oldest on, and the months, such as "2026-03", of which they are in the archive.
 * @returns {Promise<{activities: object[], more: boolean, archivedMonths: string[]}>}
 */
export async function readTimeline(ref, signal) {
  const activities = [];
  let after;
  let archivedMonths;
  do {
    const page = await get(`/sessions/${encodeURIComponent(ref)}/timeline`, { limit: PAGE, order: "oldest", after }, signal);
    activities.push(...page.activities);
    ({ next: after, archivedMonths } = page);
  } while (after !== undefined && activities.length < MOST);
  return { activities, more: after !== undefined, archivedMonths };
}
