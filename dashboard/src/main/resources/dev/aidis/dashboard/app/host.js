/**
 * Speaks to the assistant that shows this view: MCP Apps (SEP-1865), JSON-RPC over messages between
 * windows.
 */
const PROTOCOL = "2026-01-26";
const INITIALIZE = 1;

/**
 * Introduces the view to its host, and shows each result that the host tells.
 * @param {string} name of the view
 * @param {function(HTMLElement, object)} draw shows a structured answer
 */
function appear(name, draw) {
  const main = document.getElementById("main");
  const tell = (message) => window.parent.postMessage({ jsonrpc: "2.0", ...message }, "*");
  window.addEventListener("message", ({ source, data }) => {
    if (source !== window.parent || data?.jsonrpc !== "2.0") {
      return;
    }
    if (data.id === INITIALIZE && data.result !== undefined) {
      dress(data.result.hostContext);
      tell({ method: "ui/notifications/initialized", params: {} });
      tellSize(tell);
    } else if (data.method === "ui/notifications/tool-result") {
      result(main, data.params, draw);
    } else if (data.method === "ui/notifications/host-context-changed") {
      dress(data.params);
    } else if (data.id !== undefined && data.method !== undefined) {
      tell({ id: data.id, result: {} });
    }
  });
  tell({ id: INITIALIZE, method: "ui/initialize", params: { appInfo: { name, version: "1" }, appCapabilities: {}, protocolVersion: PROTOCOL } });
}

/** Tells how large the view is, now and when it changes: hosts give it that height. */
function tellSize(tell) {
  new ResizeObserver(() => {
    const { width, height } = document.documentElement.getBoundingClientRect();
    tell({ method: "ui/notifications/size-changed", params: { width: Math.ceil(width), height: Math.ceil(height) } });
  }).observe(document.body);
}

/** Shows a result; one without data is told as the text that it comes with. */
function result(main, answer, draw) {
  if (answer.structuredContent === undefined || answer.isError) {
    fill(main, (answer.content ?? []).filter((one) => one.type === "text").map((one) => h("p.goal", { dir: "auto" }, one.text)));
  } else {
    draw(main, answer.structuredContent);
  }
}

/** Light or dark, as the host is. */
function dress(context) {
  if (context?.theme !== undefined) {
    document.documentElement.dataset.theme = context.theme;
  }
}
