/** A session's activities on a time axis. */
import { at, lane, lanes, machineSpans, quietTimes, summary } from "../activity.js";
import { cut, time } from "../words.js";
import { chart } from "./chart.js";
import { axis } from "./palette.js";

const LANE_HEIGHT = 26;
const FRAME = 56;
const MOST_CHARACTERS = 70;
const NARROW = 560;

/**
 * @param {function(): object[]} activities what happened until now, in order of time
 * @param {object[]} notes nodes below the heading
 */
export function timeline(activities, signal, notes) {
  const rows = rowNames(activities());
  return chart({
    title: "Timeline",
    label: "What happened when, by kind; with AI and by hand apart; machines, pauses and gaps. The same is listed below as text.",
    height: FRAME + Math.max(4, rows.length) * LANE_HEIGHT,
    notes,
    signal,
    options: (colours, width) => options(activities(), colours, width),
    columns: ["Time", "Type", "With AI", "Machine", "What"],
    rows: () => activities().map((one) => [one.occurredAt, one.type, one.aiInvolved ? "yes" : "no", one.machine, summary(one).text]),
  });
}

function rowNames(activities) {
  const machines = [...new Set(activities.map((activity) => activity.machine))];
  return [...lanes(activities), ...machines];
}

function options(activities, colours, width) {
  const rows = rowNames(activities);
  const narrow = width < NARROW;
  const first = activities.length === 0 ? 0 : at(activities[0]);
  const last = activities.length === 0 ? 0 : at(activities.at(-1));
  return {
    grid: { left: narrow ? 66 : 84, right: 12, top: 8, bottom: 26 },
    tooltip: { formatter: tooltip },
    xAxis: axis(colours, {
      type: "time",
      splitNumber: narrow ? 3 : 8,
      min: first,
      max: Math.max(last, first + 60_000),
      splitLine: { show: true, lineStyle: { color: colours.edge } },
      axisLabel: { formatter: (instant) => time(instant), hideOverlap: true },
    }),
    yAxis: axis(colours, {
      type: "category",
      inverse: true,
      data: rows,
      axisLine: { show: false },
      axisLabel: { formatter: (name) => cut(name, narrow ? 9 : 11) },
      splitLine: { show: true, lineStyle: { color: colours.edge, opacity: 0.5 } },
    }),
    series: [
      points("by hand", activities.filter((one) => !one.aiInvolved), "diamond", colours.human, quiet(activities, colours)),
      points("with AI", activities.filter((one) => one.aiInvolved), "circle", colours.ai),
      machines(activities, colours),
    ],
  };
}

function points(name, activities, symbol, color, markArea = undefined) {
  return {
    name,
    type: "scatter",
    symbol,
    symbolSize: symbol === "diamond" ? 11 : 9,
    itemStyle: { color, opacity: 0.75 },
    data: activities.map((one) => ({ value: [at(one), lane(one.type)], activity: one })),
    markArea,
  };
}

function quiet(activities, colours) {
  return {
    silent: true,
    itemStyle: { color: colours["edge-strong"], opacity: 0.14 },
    label: { position: "insideTop", color: colours.faint, fontSize: 11 },
    data: quietTimes(activities).map(({ kind, from, to }) => [{ name: kind, xAxis: from }, { xAxis: to }]),
  };
}

/** Bars, broken where the machine was silent. */
function machines(activities, colours) {
  return {
    name: "machine",
    type: "custom",
    silent: true,
    data: machineSpans(activities).map(({ machine, from, to }) => [from, to, machine]),
    encode: { x: [0, 1], y: 2 },
    renderItem: (_, api) => {
      const [left, middle] = api.coord([api.value(0), api.value(2)]);
      const [right] = api.coord([api.value(1), api.value(2)]);
      return {
        type: "rect",
        shape: { x: left - 3, y: middle - 4, width: right - left + 6, height: 8, r: 4 },
        style: { fill: colours["edge-strong"], opacity: 0.6 },
      };
    },
  };
}

function tooltip({ data }) {
  const activity = data?.activity;
  if (activity === undefined) {
    return "";
  }
  const { kind, text } = summary(activity);
  const who = activity.aiInvolved ? (activity.aiModel ?? "with AI") : "by hand";
  return [`${time(activity.occurredAt)}  ${kind}`, cut(text, MOST_CHARACTERS), `${who}, ${activity.machine}`].filter(Boolean).join("\n");
}
