// The same host by the official bridge: scripts/apps makes one script of it. What tests call is as in host.js.
import { AppBridge, PostMessageTransport } from "@modelcontextprotocol/ext-apps/app-bridge";

window.show = async (html, input, result, context) => {
  window.told = { app: null, initialized: false, heights: [], wrong: [], torn: false };
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.style.cssText = "width: 600px; height: 100px; border: 0";
  document.body.replaceChildren(frame);
  const bridge = new AppBridge(null, { name: "test", version: "1" }, {}, { hostContext: context });
  bridge.onerror = (error) => told.wrong.push(String(error));
  bridge.onsizechange = ({ height }) => {
    told.heights.push(height);
    frame.style.height = `${height}px`;
  };
  bridge.oninitialized = () => {
    told.initialized = true;
    told.app = bridge.getAppVersion().name;
    bridge.sendToolInput({ arguments: input });
    bridge.sendToolResult(result);
  };
  window.change = (changed) => bridge.setHostContext({ ...context, ...changed });
  window.tear = () => bridge.teardownResource({}).then(() => (told.torn = true));
  await bridge.connect(new PostMessageTransport(frame.contentWindow, frame.contentWindow));
  frame.srcdoc = html;
};
