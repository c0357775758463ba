/** Numbers and times, as people read them. Pure: what is now is an argument. */

const MINUTE_MS = 60_000;
const MICROS = 1e6;
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const fine = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** The reader's time zone, which the tracker is asked for. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** 94 becomes "1 h 34 min". */
export function minutes(count) {
  const total = Math.max(0, Math.round(count));
  const hours = Math.floor(total / 60);
  const rest = total % 60;
  if (hours === 0) {
    return `${rest} min`;
  }
  return rest === 0 ? `${number(hours)} h` : `${number(hours)} h ${rest} min`;
}

/** A running clock: 3,725 seconds become "1:02:05". */
export function clock(seconds) {
  const total = Math.max(0, Math.floor(seconds));
  const two = (part) => String(part).padStart(2, "0");
  return `${Math.floor(total / 3600)}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
}

export function number(count) {
  return whole.format(count);
}

/** 1,234,567 becomes "1.2M". */
export function brief(count) {
  return Math.abs(count) < 10_000 ? whole.format(count) : short.format(count);
}

/** A score or another value with one decimal at most; "n/a" where there was nothing to measure. */
export function value(given) {
  return given === null || given === undefined ? "n/a" : fine.format(given);
}

export function percent(share) {
  return share === null || share === undefined ? "n/a" : `${Math.round(share * 100)} %`;
}

/** Millionths of a dollar. */
export function money(microUsd) {
  const dollars = microUsd / MICROS;
  return dollars > 0 && dollars < 0.01 ? "under $0.01" : `$${dollars.toFixed(2)}`;
}

export function plural(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** Such as "Sat, 28 Nov 2026". */
export function day(instant) {
  return format(instant, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
}

/** Such as "28 Nov". */
export function shortDay(instant) {
  return format(instant, { day: "numeric", month: "short" });
}

/** Such as "14:05". */
export function time(instant) {
  return format(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** Such as "28 Nov 2026, 14:05". */
export function moment(instant) {
  return `${format(instant, { day: "numeric", month: "short", year: "numeric" })}, ${time(instant)}`;
}

/** How long ago: "just now", "5 min ago", "3 h 10 min ago", then the day. */
export function ago(instant, now) {
  const past = (now - new Date(instant)) / MINUTE_MS;
  if (past < 1) {
    return "just now";
  }
  return past < 24 * 60 ? `${minutes(past)} ago` : shortDay(instant);
}

/** With a sign: "+12", "−3", "±0". */
export function signed(count) {
  const amount = fine.format(Math.abs(count));
  return count === 0 ? "±0" : `${count > 0 ? "+" : "−"}${amount}`;
}

/** `task_created` becomes "Task created". */
export function sentence(name) {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A calendar day of the tracker, such as 2026-11-28, as an instant that prints as that day. */
export function date(isoDay) {
  return new Date(`${isoDay}T12:00:00`);
}

/** At most so many characters of a text; what is cut ends in an ellipsis. Whole characters stay. */
export function cut(text, most) {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("").trimEnd()}…`;
}

function format(instant, options) {
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(instant));
}
