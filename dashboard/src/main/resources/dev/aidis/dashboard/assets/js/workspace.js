/**
 * Which of the user's parallel streams of work is looked at. It is a part of the address, so that it
 * can be kept as a bookmark.
 */

const NAME = "workspace";
const HERE = "http://here";

/** What the tracker takes callers for who name none. */
export const MAIN = "main";

/** The workspace in the address; absent for all of them. */
export function chosen() {
  return new URLSearchParams(location.search).get(NAME) || undefined;
}

/** The address with the workspace that is looked at, unless it names one; with an empty name it is left out. */
export function keep(address, workspace = chosen()) {
  const url = new URL(address, HERE);
  const { searchParams } = url;
  if (!searchParams.has(NAME) && workspace !== undefined) {
    searchParams.set(NAME, workspace);
  } else if (searchParams.get(NAME) === "") {
    searchParams.delete(NAME);
  }
  return url.pathname + url.search;
}

/** Another address: of this workspace, or of all. */
export function inWorkspace(address, workspace) {
  const url = new URL(address, HERE);
  url.searchParams.set(NAME, workspace);
  return keep(url.pathname + url.search, undefined);
}

/** The header that tells the tracker; its values are bytes, in UTF-8. */
export function workspaceHeader(workspace = chosen()) {
  return workspace === undefined ? {} : { "Aidis-Workspace": String.fromCharCode(...new TextEncoder().encode(workspace)) };
}
