/** A year of days, a square each: the darker the longer. */
import { plusDays, steps } from "../days.js";
import { date, day as dayText, minutes, plural } from "../words.js";
import { chart } from "./chart.js";

const NARROW = 700;
const SHORT_WEEKS = 26;

/**
 * @param {{first: string, last: string}} range
 * @param {object[]} byDay days with sessions
 */
export function calendar(range, byDay, signal, notes) {
  const step = steps(byDay.map((day) => day.minutes));
  return chart({
    title: "Days of the year",
    label: `Time with a session on each day from ${range.first} to ${range.last}: ${plural(byDay.length, "day")} with sessions.`,
    height: 172,
    signal,
    notes,
    options: (colours, width) => options(range, byDay, step, colours, width),
    columns: ["Day", "Minutes", "Sessions", "Score"],
    rows: () => byDay.map((day) => [day.date, day.minutes, day.sessions, day.averageScore]),
  }).card;
}

function options(range, byDay, step, colours, width) {
  const narrow = width < NARROW;
  const first = narrow ? plusDays(range.last, 1 - 7 * SHORT_WEEKS) : range.first;
  const heat = [0, 1, 2, 3, 4].map((i) => colours[`heat-${i}`]);
  return {
    tooltip: { formatter: ({ data }) => `${dayText(date(data[0]))}\n${minutes(data[2])}, ${plural(data[3], "session")}` },
    visualMap: { type: "piecewise", show: false, dimension: 1, pieces: heat.map((color, value) => ({ value, color })) },
    calendar: {
      range: [first > range.first ? first : range.first, range.last],
      left: 34,
      right: 4,
      top: 24,
      bottom: 4,
      cellSize: ["auto", 19],
      splitLine: { show: false },
      itemStyle: { color: colours["heat-0"], borderColor: colours.card, borderWidth: 3 },
      dayLabel: { firstDay: 1, color: colours.faint, nameMap: ["", "Mon", "", "Wed", "", "Fri", ""], margin: 6 },
      monthLabel: { color: colours.faint, nameMap: "EN" },
      yearLabel: { show: false },
    },
    series: [
      {
        type: "heatmap",
        coordinateSystem: "calendar",
        data: byDay.map((day) => [day.date, step(day.minutes), day.minutes, day.sessions]),
        itemStyle: { borderColor: colours.card, borderWidth: 3, borderRadius: 5 },
      },
    ],
  };
}
