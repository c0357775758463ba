/** Starts the dashboard: which view is at which address, and how one gets from one to the other. */
import { fill, h, say } from "./dom.js";
import { failure, loading } from "./part/states.js";
import { offerTheme } from "./part/theme.js";

/** The modules of views are loaded when they are first looked at. */
const VIEWS = [
  [/^\/$/, () => import("./view/now.js")],
  [/^\/sessions\/?$/, () => import("./view/sessions.js")],
  [/^\/sessions\/([^/]+)$/, () => import("./view/session.js")],
  [/^\/trends\/?$/, () => import("./view/trends.js")],
  [/^\/compare\/?$/, () => import("./view/compare.js")],
];

const main = document.getElementById("main");
let visit = new AbortController();

/** Goes to another address of the dashboard; the one left is in the browser's history. */
export function go(address) {
  history.pushState(null, "", address);
  return show(true);
}

/** Shows what is at the address. */
async function show(moved) {
  visit.abort();
  visit = new AbortController();
  const { signal } = visit;
  markCurrent();
  const [load, parts] = find(location.pathname);
  fill(main, loading());
  try {
    const view = await load();
    if (!signal.aborted) {
      await view.show(main, { parts, query: new URLSearchParams(location.search), signal, go });
    }
  } catch (error) {
    if (!signal.aborted && error.name !== "AbortError") {
      fill(main, failure(error, () => show(false)));
    }
  }
  if (!signal.aborted) {
    title();
    if (moved) {
      main.focus({ preventScroll: true });
      window.scrollTo(0, 0);
      say(document.title);
    }
    main.dataset.ready = location.pathname;
  }
}

function find(path) {
  for (const [pattern, load] of VIEWS) {
    const match = pattern.exec(path);
    if (match !== null) {
      return [load, match.slice(1).map(decodeURIComponent)];
    }
  }
  return [VIEWS[0][1], []];
}

function title() {
  const heading = main.querySelector("h1");
  document.title = heading === null ? "AIDIS" : `${heading.textContent} · AIDIS`;
}

function markCurrent() {
  delete main.dataset.ready;
  for (const link of document.querySelectorAll("nav a")) {
    const path = new URL(link.href).pathname;
    const here = path === "/" ? location.pathname === "/" : location.pathname.startsWith(path);
    if (here) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

/** Links within the dashboard change the view, not the page. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link === null || link === undefined || !plain || link.download || link.target || link.classList.contains("skip")) {
    return;
  }
  const target = new URL(link.href);
  if (target.origin === location.origin) {
    event.preventDefault();
    go(target.pathname + target.search);
  }
});
window.addEventListener("popstate", () => show(true));
// The charting library empties its element with an empty string; nothing else may set markup.
window.trustedTypes?.createPolicy("default", { createHTML: (markup) => (markup === "" ? markup : null) });

offerTheme(document.getElementById("theme"));
show(false);
