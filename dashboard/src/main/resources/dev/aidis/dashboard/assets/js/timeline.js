/** Reads a session's whole timeline, page by page. */
import { get } from "./api.js";

const PAGE = 1_000;

/** So many activities are drawn at most; beyond it the timeline says that there are more. */
export const MOST = 10_000;

/**
 * The activities from the oldest on.
 * @returns {Promise<{activities: object[], more: boolean}>}
 */
export async function readTimeline(ref, signal) {
  const activities = [];
  let after;
  do {
    const page = await get(`/sessions/${encodeURIComponent(ref)}/timeline`, { limit: PAGE, order: "oldest", after }, signal);
    activities.push(...page.activities);
    after = page.next;
  } while (after !== undefined && activities.length < MOST);
  return { activities, more: after !== undefined };
}
