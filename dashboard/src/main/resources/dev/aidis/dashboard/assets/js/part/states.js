/** What a page shows while there is nothing else to show. */
import { h } from "../dom.js";

/**
 * Grey shapes where the answer will be; seen only when it takes a moment.
 * @param {string} name of the element that says so: a heading where the page has no other
 */
export function loading(name = "span.unseen") {
  return h(
    "div.loading",
    { role: "status" },
    h(name, {}, "Loading"),
    h("div.ghost.title"),
    h("div.ghost"),
    h("div.ghost"),
  );
}

/**
 * That something went wrong, what it was, and a way on.
 * @param {Error} error whose message is a sentence for people
 * @param {function()} again tries it once more
 */
export function failure(error, again) {
  const missing = error.status === 404;
  return h(
    "section.state",
    { role: "alert" },
    h("p.sign", { "aria-hidden": "true" }, "⚠"),
    h("h1", {}, missing ? "Nothing there" : "That did not work"),
    h("p", {}, error.message),
    h("p", {}, missing ? h("a", { href: "/sessions?workspace=" }, "See all sessions") : h("button", { type: "button", on: { click: again } }, "Try again")),
  );
}

/** That there is nothing yet, and what to do to change it. */
export function empty(title, ...advice) {
  return h("section.state", {}, h("p.sign", { "aria-hidden": "true" }, "◌"), h("h2", {}, title), h("p", {}, advice));
}
