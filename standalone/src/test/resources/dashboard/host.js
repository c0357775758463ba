// A host of MCP Apps (SEP-1865), as the specification has it: shows a view in a frame that may run scripts, reach nothing
// and has no origin; tells it what a tool was asked and answered.
const POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; connect-src 'none'";
const VERSION = "2026-01-26";

window.show = (html, input, result, context) => {
  window.told = { app: null, initialized: false, heights: [], wrong: [], torn: false };
  const frame = document.createElement("iframe");
  const tell = (message) => frame.contentWindow.postMessage({ jsonrpc: "2.0", ...message }, "*");
  window.change = (changed) => tell({ method: "ui/notifications/host-context-changed", params: changed });
  window.tear = () => tell({ id: "teardown", method: "ui/resource-teardown", params: {} });
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow) {
      return;
    }
    if (origin !== "null" || data.jsonrpc !== "2.0" || (!told.initialized && !["ui/initialize", "ui/notifications/initialized"].includes(data.method))) {
      told.wrong.push(JSON.stringify(data));
    } else if (data.method === "ui/initialize") {
      const { appInfo, appCapabilities, protocolVersion } = data.params;
      if (appInfo?.name === undefined || appInfo?.version === undefined || appCapabilities === undefined || protocolVersion !== VERSION) {
        told.wrong.push(JSON.stringify(data));
      }
      told.app = appInfo.name;
      tell({ id: data.id, result: { protocolVersion: VERSION, hostInfo: { name: "test", version: "1" }, hostCapabilities: {}, hostContext: context } });
    } else if (data.method === "ui/notifications/initialized") {
      told.initialized = true;
      tell({ method: "ui/notifications/tool-input", params: { arguments: input } });
      tell({ method: "ui/notifications/tool-result", params: result });
    } else if (data.method === "ui/notifications/size-changed") {
      told.heights.push(data.params.height);
      frame.style.height = `${data.params.height}px`;
    } else if (data.id === "teardown" && data.result !== undefined) {
      told.torn = true;
    } else {
      told.wrong.push(JSON.stringify(data));
    }
  });
  frame.setAttribute("sandbox", "allow-scripts");
  frame.style.cssText = "width: 600px; height: 100px; border: 0";
  frame.srcdoc = html.replace("<head>", `<head><meta http-equiv="Content-Security-Policy" content="${POLICY}">`);
  document.body.replaceChildren(frame);
};
