/** The filters of a list of sessions, as an address tells them. Pure. */

const NAMES = ["workspace", "text", "project", "tag", "model", "machine", "status", "since", "until"];

/** Those that are set. Names that are no filter are left out. */
export function filtersOf(query) {
  return Object.fromEntries(NAMES.map((name) => [name, (query.get(name) ?? "").trim()]).filter(([, value]) => value !== ""));
}

export function sameFilters(one, other) {
  return NAMES.every((name) => one[name] === other[name]);
}
