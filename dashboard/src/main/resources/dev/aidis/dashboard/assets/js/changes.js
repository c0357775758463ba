/** Changes that the user makes to a session. */
import { get, post } from "./api.js";

const POLL_MS = 150;
const PATIENCE_MS = 5_000;

/** Changes the session at hand, such as its `goal`; answers with what the tracker says of it. */
export function change(name, body = {}) {
  return post(`/session/${name}`, body);
}

/**
 * Mends a session that is over: what is told is dated at its last moment, and the timeline shows that
 * it was told later. Resolves when it can be seen.
 * @param {object} session as the tracker tells it
 * @param {string} type of the activity that tells it
 * @param {string} said what the timeline says
 * @param {object} fields the activity's others
 */
export async function mend(session, type, said, fields) {
  const activity = {
    type,
    occurredAt: session.lastActivityAt,
    owner: session.owner,
    workspace: session.workspace,
    client: "dashboard",
    description: `Mended: ${said}`,
    attributes: { mends: session.id, mendedHow: "edit", mendedAt: new Date().toISOString() },
    ...fields,
  };
  const { revision } = (await get(`/sessions/${session.id}`)).session;
  const answer = await post("/activities", { activities: [activity] });
  const refused = answer.results.find((result) => result.status !== "accepted" && result.error);
  if (refused !== undefined) {
    throw new Error(refused.error);
  }
  await visible(session.id, revision);
}

async function visible(id, revision) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const now = await get(`/sessions/${id}`);
    if (now.session.revision > revision) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
