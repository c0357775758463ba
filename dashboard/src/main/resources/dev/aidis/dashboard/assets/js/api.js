/** The tracker's REST API. */
import { credentials, signIn } from "./access.js";
import { zone } from "./words.js";
import { workspaceHeader } from "./workspace.js";

const ROOT = "/api/v1";
const UNAUTHORIZED = 401;

/** What the tracker refused, or that it did not answer (status 0), in a sentence. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/**
 * Reads an answer.
 * @param {string} path below the API's root
 * @param {object} query parameters; those without a value are left out
 * @param {AbortSignal} signal ends it
 */
export function get(path, query = {}, signal = undefined) {
  return ask(`${ROOT}${path}${search({ tz: zone, ...query })}`, { signal }, (answer) => answer.json());
}

/** The same, as a page for people in another format, such as `html`. */
export function page(path, query, format) {
  const headers = { Accept: format };
  return ask(`${ROOT}${path}${search({ tz: zone, ...query })}`, { headers }, (answer) => answer.blob());
}

export function post(path, body) {
  return ask(
    `${ROOT}${path}`,
    { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } },
    (answer) => answer.json(),
  );
}

/** The part of an address behind the path; empty without parameters. */
export function search(query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

/** Sends a request with who asks; asks the user for a token as often as one is missing. */
export async function send(address, init) {
  for (;;) {
    const headers = { Accept: "application/json", ...credentials(), ...workspaceHeader(), ...init.headers };
    const answer = await reach(address, { ...init, headers });
    if (answer.status !== UNAUTHORIZED) {
      return answer;
    }
    await signIn((await problem(answer)).message);
    location.reload();
    await new Promise(() => {});
  }
}

async function ask(address, init, read) {
  const answer = await send(address, init);
  if (!answer.ok) {
    throw await problem(answer);
  }
  return read(answer);
}

async function reach(address, init) {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new Problem(0, "The tracker does not answer. Is it running? See: aidis status");
  }
}

async function problem(answer) {
  try {
    const told = await answer.json();
    return new Problem(answer.status, told.detail ?? `The tracker answered ${answer.status}.`);
  } catch {
    return new Problem(answer.status, `The tracker answered ${answer.status}.`);
  }
}
