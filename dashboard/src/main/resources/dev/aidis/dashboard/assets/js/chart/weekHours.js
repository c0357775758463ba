/** When in the week somebody works and how well: weekdays by hours. */
import { steps } from "../days.js";
import { minutes, plural, sentence, value } from "../words.js";
import { chart } from "./chart.js";
import { axis } from "./palette.js";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const NARROW = 560;

/**
 * @param {object[]} week cells with time in them
 * @param {Array} notes the pattern in words
 */
export function weekHours(week, signal, notes) {
  const step = steps(week.map((cell) => cell.minutes));
  return chart({
    title: "Hours of the week",
    label: "Time with a session by weekday and hour. What it means is said above in words.",
    height: 250,
    signal,
    notes,
    options: (colours, width) => options(week, step, colours, width),
    columns: ["Weekday", "Hour", "Minutes", "Sessions", "Score"],
    rows: () => week.map((cell) => [sentence(cell.weekday), cell.hour, cell.minutes, cell.sessions, cell.averageScore]),
  }).card;
}

function options(week, step, colours, width) {
  return {
    grid: { left: 40, right: 4, top: 4, bottom: 26 },
    tooltip: { formatter: ({ data }) => tooltip(data[3]) },
    xAxis: axis(colours, { type: "category", data: HOURS, axisLine: { show: false }, axisLabel: { interval: width < NARROW ? 5 : 2, formatter: (hour) => `${hour}:00` } }),
    yAxis: axis(colours, { type: "category", inverse: true, data: WEEKDAYS, axisLine: { show: false }, axisLabel: { formatter: (day) => sentence(day).slice(0, 3) } }),
    visualMap: { type: "piecewise", show: false, dimension: 2, pieces: [0, 1, 2, 3, 4].map((i) => ({ value: i, color: colours[`heat-${i}`] })) },
    series: [
      {
        type: "heatmap",
        data: all(week).map((cell) => [cell.hour, WEEKDAYS.indexOf(cell.weekday), step(cell.minutes), cell]),
        itemStyle: { borderColor: colours.card, borderWidth: width < NARROW ? 2 : 3, borderRadius: 5 },
      },
    ],
  };
}

/** Hours without time too. */
function all(week) {
  const known = new Map(week.map((cell) => [cell.weekday + cell.hour, cell]));
  return WEEKDAYS.flatMap((weekday) => HOURS.map((hour) => known.get(weekday + hour) ?? { weekday, hour, minutes: 0, sessions: 0 }));
}

function tooltip(cell) {
  const score = cell.averageScore === undefined ? "" : `, score ${value(cell.averageScore)}`;
  return `${sentence(cell.weekday)} ${cell.hour}:00–${cell.hour + 1}:00\n${minutes(cell.minutes)}, ${plural(cell.sessions, "session")} began${score}`;
}
