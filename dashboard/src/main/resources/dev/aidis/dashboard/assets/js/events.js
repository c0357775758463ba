/**
 * Server-sent events by `fetch`, not `EventSource`: that one cannot send the header with the token.
 */
import { send } from "./api.js";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/** Takes a stream of text apart into events, wherever it was cut. */
export class EventParser {
  #rest = "";

  /** The events that are complete with this piece: `{type, data, id}`. */
  push(text) {
    this.#rest += text;
    const blocks = this.#rest.replaceAll("\r\n", "\n").split("\n\n");
    this.#rest = blocks.pop();
    return blocks.map(read).filter((event) => event !== null);
  }
}

function read(block) {
  const event = { type: "message", data: [], id: undefined };
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") {
      event.type = value;
    } else if (name === "data") {
      event.data.push(value);
    } else if (name === "id") {
      event.id = value;
    }
  }
  return event.data.length === 0 ? null : { ...event, data: event.data.join("\n") };
}

/**
 * Listens until the signal ends it, and connects again when a connection breaks.
 * @param {function({type: string, data: *})} hear gets each event, its data read as JSON
 * @param {function(boolean)} connected whether there is a connection
 */
export async function listen(hear, connected, signal) {
  let wait = FIRST_WAIT_MS;
  let last;
  while (!signal.aborted) {
    try {
      await connection(last, signal, (event) => {
        wait = FIRST_WAIT_MS;
        last = event.id ?? last;
        connected(true);
        hear({ type: event.type, data: JSON.parse(event.data) });
      });
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      console.info("events:", error.message);
    }
    connected(false);
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

async function connection(last, signal, hear) {
  const headers = { Accept: "text/event-stream" };
  if (last !== undefined) {
    headers["Last-Event-ID"] = last;
  }
  const answer = await send("/api/v1/events", { headers, signal, cache: "no-store" });
  if (!answer.ok) {
    throw new Error(`the tracker answered ${answer.status}`);
  }
  const parser = new EventParser();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    parser.push(value).forEach(hear);
  }
}

function pause(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
