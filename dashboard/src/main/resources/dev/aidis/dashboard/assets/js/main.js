/** Starts the dashboard: which view is at which address, and how one gets from one to the other. */
import { offerSignOut } from "./access.js";
import { fill, h, say } from "./dom.js";
import { failure, loading } from "./part/states.js";
import { offerTheme } from "./part/theme.js";
import { offerWorkspaces } from "./part/workspaces.js";
import { keep } from "./workspace.js";

/** The modules of views are loaded when they are first looked at. */
const VIEWS = [
  [/^\/$/, () => import("./view/now.js")],
  [/^\/sessions\/?$/, () => import("./view/sessions.js")],
  [/^\/sessions\/([^/]+)$/, () => import("./view/session.js")],
  [/^\/trends\/?$/, () => import("./view/trends.js")],
  [/^\/compare\/?$/, () => import("./view/compare.js")],
];

const main = document.getElementById("main");
const showWorkspaces = offerWorkspaces(document.getElementById("workspace"), (address) => go(address));
let visit = new AbortController();

/** Goes to another address of the dashboard; the one left is in the browser's history, with how far it was scrolled. */
export function go(address) {
  remember();
  history.pushState(null, "", keep(address));
  return show(true, 0);
}

function remember() {
  history.replaceState({ top: window.scrollY }, "");
}

/**
 * Shows what is at the address.
 * @param {boolean} moved whether something else was shown before
 * @param {number} top how far to scroll
 */
async function show(moved, top) {
  visit.abort();
  visit = new AbortController();
  const { signal } = visit;
  markCurrent();
  const [load, parts] = find(location.pathname);
  fill(main, loading("h1.unseen"));
  try {
    const view = await load().catch(notLoaded);
    if (!signal.aborted) {
      await view.show(main, { parts, query: new URLSearchParams(location.search), signal, go, again: top > 0 });
    }
  } catch (error) {
    if (!signal.aborted && error.name !== "AbortError") {
      fill(main, failure(error, error.again ?? (() => show(false, 0))));
    }
  }
  if (!signal.aborted) {
    title();
    if (moved) {
      main.focus({ preventScroll: true });
      window.scrollTo(0, top);
      say(document.title);
    }
    main.dataset.ready = location.pathname;
  }
}

/** Browsers may keep in mind that a module could not be loaded; with a new page they ask again. */
function notLoaded(error) {
  console.info("not loaded:", error.message);
  throw Object.assign(new Error("The tracker does not answer. Is it running? See: aidis status"), { again: () => location.reload() });
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
  showWorkspaces();
  for (const link of document.querySelectorAll("nav a")) {
    const path = new URL(link.href).pathname;
    link.href = keep(path);
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
history.scrollRestoration = "manual";
window.addEventListener("popstate", (event) => show(true, event.state?.top ?? 0));
// By the time one has gone back, the place that one comes from is no longer known.
document.addEventListener("scrollend", remember);
// The charting library empties its element with an empty string; nothing else may set markup.
window.trustedTypes?.createPolicy("default", { createHTML: (markup) => (markup === "" ? markup : null) });

offerTheme(document.getElementById("theme"));
offerSignOut(document.getElementById("sign-out"));
show(false, history.state?.top ?? 0);
