/** Light or dark: the system's, until the user says otherwise. */
import { fill, h } from "../dom.js";

const KEY = "aidis.theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");

/** Makes of the button a switch between light and dark. */
export function offerTheme(button) {
  const show = () => {
    const other = isDark() ? "light" : "dark";
    fill(button, h("span", { "aria-hidden": "true" }, isDark() ? "☀" : "☾"), h("span.unseen", {}, `Use ${other} colours`));
    button.title = `Use ${other} colours`;
  };
  button.addEventListener("click", () => {
    choose(isDark() ? "light" : "dark");
    show();
  });
  system.addEventListener("change", () => {
    show();
    tell();
  });
  const chosen = localStorage.getItem(KEY);
  if (chosen !== null) {
    document.documentElement.dataset.theme = chosen;
  }
  show();
}

/** Calls when the colours change, until the signal ends it. */
export function onTheme(call, signal) {
  document.addEventListener("theme", call, { signal });
}

export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === undefined ? system.matches : chosen === "dark";
}

function choose(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem(KEY, theme);
  tell();
}

function tell() {
  document.dispatchEvent(new Event("theme"));
}
