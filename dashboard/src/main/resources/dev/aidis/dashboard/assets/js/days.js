/** Days and what can be said of them. Pure; days are texts such as 2026-11-28, in the reader's zone. */

const DAY_MS = 86_400_000;

/** The days from one to another, both included. */
export function days(first, last) {
  const all = [];
  for (let at = Date.parse(`${first}T00:00:00Z`); at <= Date.parse(`${last}T00:00:00Z`); at += DAY_MS) {
    all.push(new Date(at).toISOString().slice(0, 10));
  }
  return all;
}

/** So many days later; earlier where it is negative. */
export function plusDays(day, count) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Today in the reader's zone. */
export function today(now) {
  const two = (part) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * How many days in a row somebody worked.
 * @param {Set<string>} worked days with a session
 * @param {string} until the last day that counts; if it has no session yet, the day before it
 * @returns {{current: number, longest: number, total: number}}
 */
export function streaks(worked, until) {
  let longest = 0;
  for (const day of worked) {
    if (!worked.has(plusDays(day, -1))) {
      longest = Math.max(longest, runFrom(worked, day, 1));
    }
  }
  const end = worked.has(until) ? until : plusDays(until, -1);
  return { current: runFrom(worked, end, -1), longest, total: worked.size };
}

function runFrom(worked, day, step) {
  let length = 0;
  while (worked.has(day)) {
    length++;
    day = plusDays(day, step);
  }
  return length;
}

/** Five steps by quarters of what is there: 0 for nothing, then 1 to 4. */
export function steps(values) {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const quarter = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const bounds = [quarter(0.25), quarter(0.5), quarter(0.75)];
  return (value) => (value <= 0 ? 0 : 1 + bounds.filter((bound) => value > bound).length);
}
