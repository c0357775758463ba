/** The choice between workspaces, for those who have several. */
import { get } from "../api.js";
import { fill, h } from "../dom.js";
import { chosen, inWorkspace, MAIN } from "../workspace.js";

/**
 * Puts it into the place, as soon as it is known which there are.
 * @param {function(string)} go goes to an address
 * @returns {function()} shows the choice as the address is now
 */
export function offerWorkspaces(place, go) {
  let names = [];
  const show = () => {
    const now = location.pathname === "/" ? (chosen() ?? MAIN) : (chosen() ?? "");
    const all = [...new Set([...names, ...(now === "" ? [] : [now])])];
    if (all.length < 2) {
      fill(place);
      return;
    }
    const change = (event) => go(inWorkspace(location.pathname + location.search, event.target.value));
    const options = all.map((name) => h("option", { value: name, selected: name === now }, name));
    fill(
      place,
      h("label.unseen", { for: "workspace-chosen" }, "Workspace"),
      h("select", { id: "workspace-chosen", on: { change } }, location.pathname === "/" ? null : h("option", { value: "", selected: now === "" }, "All workspaces"), options),
    );
  };
  get("/workspaces").then(
    (told) => {
      names = told.workspaces.map((one) => one.name);
      show();
    },
    () => {}, // without it one sees all of them
  );
  return show;
}
