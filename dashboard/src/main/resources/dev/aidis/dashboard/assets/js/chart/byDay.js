/** A measure day by day, with the same days of the period before. */
import { date, minutes, shortDay, value } from "../words.js";
import { days } from "../days.js";
import { chart } from "./chart.js";
import { axis } from "./palette.js";

const NARROW = 560;

/** Time in which something happened; the time between is left out. */
export function timeByDay(current, previous, signal) {
  return byDay(
    {
      title: "Active time by day",
      name: "Hours",
      of: (day) => day.activeMinutes / 60,
      bar: true,
      print: (hours) => minutes(hours * 60),
      axisLabel: (hours) => (Number.isInteger(hours) ? `${hours} h` : `${Math.round(hours * 60)} min`),
      none: 0,
    },
    current,
    previous,
    signal,
  );
}

/** The mean score of the sessions that began on a day. */
export function scoreByDay(current, previous, signal) {
  return byDay(
    { title: "Productivity by day", name: "Score", of: (day) => day.averageScore, bar: false, print: value, axisLabel: (score) => `${score}`, max: 100 },
    current,
    previous,
    signal,
  );
}

function byDay(measure, current, previous, signal) {
  const dates = days(current.days.first, current.days.last);
  const now = series(measure, current);
  const before = previous === undefined ? [] : series(measure, previous);
  return chart({
    title: measure.title,
    label: `${measure.title} from ${current.days.first} to ${current.days.last}${previous ? `, beside ${previous.days.first} to ${previous.days.last}` : ""}.`,
    height: 250,
    signal,
    options: (colours, width) => options(measure, dates, now, before, colours, width),
    columns: ["Day", measure.name, "Period before"],
    rows: () => dates.map((day, i) => [day, rounded(now[i]), rounded(before[i])]),
  }).card;
}

function series(measure, totals) {
  const byDate = new Map(totals.byDay.map((day) => [day.date, day]));
  return days(totals.days.first, totals.days.last).map((date) => (byDate.has(date) ? (measure.of(byDate.get(date)) ?? null) : (measure.none ?? null)));
}

function rounded(given) {
  return given === null || given === undefined ? null : Math.round(given * 100) / 100;
}

function options(measure, dates, now, before, colours, width) {
  const shown = { type: measure.bar ? "bar" : "line" };
  return {
    grid: { left: 50, right: 12, top: 34, bottom: 26 },
    legend: { top: 0, right: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: colours.faint }, data: before.length > 0 ? ["This period", "Period before"] : [] },
    tooltip: { trigger: "axis", formatter: (points) => tooltip(measure, points), axisPointer: { lineStyle: { color: colours["edge-strong"] } } },
    xAxis: axis(colours, {
      type: "category",
      data: dates,
      axisLabel: { formatter: (day) => shortDay(date(day)), hideOverlap: true, interval: Math.ceil(dates.length / (width < NARROW ? 5 : 10)) - 1 },
    }),
    yAxis: axis(colours, { type: "value", max: measure.max, axisLine: { show: false }, axisLabel: { formatter: measure.axisLabel } }),
    series: [
      {
        ...shown,
        name: "This period",
        data: now,
        connectNulls: true,
        symbolSize: 7,
        barMaxWidth: 22,
        itemStyle: { color: colours.accent, borderRadius: measure.bar ? [3, 3, 0, 0] : 0 },
        lineStyle: { width: 2.5 },
      },
      {
        name: "Period before",
        type: "line",
        data: before.slice(0, dates.length),
        connectNulls: true,
        symbol: "none",
        itemStyle: { color: colours.previous },
        lineStyle: { width: 2, type: "dashed" },
      },
    ],
  };
}

function tooltip(measure, points) {
  const line = (point) => `${point.seriesName}: ${point.value === undefined || point.value === null ? "–" : measure.print(point.value)}`;
  return [shortDay(date(points[0].axisValue)), ...points.map(line)].join("\n");
}
