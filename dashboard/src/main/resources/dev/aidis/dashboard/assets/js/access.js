/**
 * The token that the tracker asks for when it is not reached from its own machine. Kept in this
 * tab's session storage, not in a cookie: cookies ignore ports, so every other server on the same
 * host would get the token, and they ride along on requests that other pages cause.
 */
import { fill, h } from "./dom.js";

const KEY = "aidis.token";

/** Headers that say who asks; none on the tracker's own machine. */
export function credentials() {
  const token = sessionStorage.getItem(KEY);
  return token === null ? {} : { Authorization: `Bearer ${token}` };
}

let asked = null;

/**
 * Asks for a token in the place of the page, and resolves when one was given.
 * @param {string} why what the tracker said
 */
export function signIn(why) {
  asked ??= new Promise((resolve) => {
    const refused = sessionStorage.getItem(KEY) !== null;
    const field = h("input", {
      id: "token",
      type: "password",
      required: true,
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "aidis_…",
      "aria-describedby": "token-why",
    });
    const submit = (event) => {
      event.preventDefault();
      sessionStorage.setItem(KEY, field.value.trim());
      asked = null;
      resolve();
    };
    const form = h(
      "form.card.sign-in",
      { on: { submit } },
      h("h1", {}, "Sign in"),
      h(
        "p",
        { id: "token-why", role: refused ? "alert" : null },
        refused ? why : "This tracker is on another machine, so it asks who you are.",
      ),
      h("label", { for: "token" }, "Access token"),
      field,
      h("p.faint", {}, "Made by ", h("code", {}, "aidis token create"), " and forgotten when you close this tab."),
      h("button.primary", { type: "submit" }, "Sign in"),
    );
    fill(document.getElementById("main"), form);
    field.focus();
  });
  return asked;
}
