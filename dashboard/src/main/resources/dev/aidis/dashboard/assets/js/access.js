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

/** Lets the user forget the token; the button is there as long as there is one. */
export function offerSignOut(button) {
  button.hidden = sessionStorage.getItem(KEY) === null;
  button.addEventListener("click", () => {
    sessionStorage.removeItem(KEY);
    location.reload();
  });
}

let asked = null;

/**
 * Asks for a token in the place of the page, and resolves when one was given. Several requests may be
 * refused while a page begins: the question stays, whatever was put in its place.
 * @param {string} why what the tracker said
 */
export function signIn(why) {
  asked ??= question(why);
  if (!asked.form.isConnected) {
    fill(document.getElementById("main"), asked.form);
    asked.form.elements.token.focus();
  }
  return asked.answered;
}

function question(why) {
  const refused = sessionStorage.getItem(KEY) !== null;
  const { promise: answered, resolve } = Promise.withResolvers();
  const submit = (event) => {
    event.preventDefault();
    sessionStorage.setItem(KEY, form.elements.token.value.trim());
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
    h("input", { id: "token", type: "password", required: true, autocomplete: "off", spellcheck: "false", placeholder: "aidis_…", "aria-describedby": "token-why" }),
    h("p.faint", {}, "Made by ", h("code", {}, "aidis token create"), " and forgotten when you close this tab."),
    h("button.primary", { type: "submit" }, "Sign in"),
  );
  return { form, answered };
}
