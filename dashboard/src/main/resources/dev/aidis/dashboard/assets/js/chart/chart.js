/** A chart in a card, with its data as a table and as files. */
import { fill, h } from "../dom.js";
import { onTheme } from "../part/theme.js";
import { csv, fileName, save } from "./download.js";
import { common, palette } from "./palette.js";

const EXPORT_WIDTH = 1_200;
let library;

/** The charting library, loaded when the first chart is drawn; asked for again where it could not be. */
function loaded() {
  library ??= import("../../echarts/echarts.esm.min.js").catch((error) => {
    library = undefined;
    throw error;
  });
  return library;
}

/**
 * Makes the card of a chart, which draws itself when it is on the page.
 * @param {object} what
 * @param {string} what.title the card's heading
 * @param {string} what.label what the chart shows, in a sentence, for who cannot see it
 * @param {number} what.height in pixels
 * @param {function(object, number): object} what.options the library's, of the colours and the width
 * @param {string[]} what.columns names of the data's columns
 * @param {function(): Array} what.rows the data, a list for each row
 * @param {AbortSignal} what.signal ends it
 * @param {Array} what.notes nodes below the heading
 * @returns {{card: HTMLElement, redraw: function()}}
 */
export function chart(what) {
  const name = fileName(what.title);
  const place = h("div.chart", { style: { "--height": `${what.height}px` }, role: "img", "aria-label": what.label });
  const table = h("details", {}, h("summary", {}, "Show the data"));
  table.addEventListener("toggle", () => showTable(table, what));
  const drawn = draw(place, what);
  const action = (kind, run) =>
    h("button.quiet", { type: "button", "aria-label": `${what.title} as ${kind}`, on: { click: run } }, kind);
  const card = h(
    "section.card",
    { "aria-labelledby": name },
    h(
      "header",
      {},
      h("h2", { id: name }, what.title),
      h(
        "div.actions",
        {},
        action("SVG", async () => save(`${name}.svg`, "image/svg+xml", await svg(what))),
        action("PNG", async () => save(`${name}.png`, "image/png", await png(what))),
        action("CSV", () => save(`${name}.csv`, "text/csv", csv(what.columns, what.rows()))),
      ),
    ),
    what.notes ?? null,
    place,
    table,
  );
  return { card, redraw: drawn };
}

function draw(place, what) {
  let instance;
  const redraw = () => instance?.setOption(options(what, instance.getWidth()), { notMerge: true });
  const observer = new ResizeObserver(async () => {
    const echarts = await loaded().catch((error) => console.info("chart:", error.message));
    if (what.signal.aborted || place.clientWidth === 0 || echarts === undefined) {
      return;
    }
    if (instance === undefined) {
      instance = echarts.init(place);
      instance.on("click", (event) => what.onClick?.(event));
      place.dataset.drawn = "";
    } else {
      instance.resize();
    }
    redraw();
  });
  observer.observe(place);
  onTheme(redraw, what.signal);
  what.signal.addEventListener("abort", () => {
    observer.disconnect();
    instance?.dispose();
  });
  return redraw;
}

function options(what, width) {
  const colours = palette();
  const shared = common(colours);
  const given = what.options(colours, width);
  return { ...shared, ...given, tooltip: { ...shared.tooltip, ...given.tooltip } };
}

/** The chart as a drawing of its own, made without the page. */
export async function svg(what) {
  const echarts = await loaded();
  const instance = echarts.init(null, null, { renderer: "svg", ssr: true, width: EXPORT_WIDTH, height: what.height });
  try {
    instance.setOption({ ...options(what, EXPORT_WIDTH), backgroundColor: palette().card });
    return instance.renderToSVGString();
  } finally {
    instance.dispose();
  }
}

async function png(what) {
  const echarts = await loaded();
  const canvas = document.createElement("canvas");
  canvas.width = EXPORT_WIDTH;
  canvas.height = what.height;
  const instance = echarts.init(canvas, null, { devicePixelRatio: 2, width: EXPORT_WIDTH, height: what.height });
  try {
    instance.setOption({ ...options(what, EXPORT_WIDTH), backgroundColor: palette().card });
    instance.getZr().flush();
    return await new Promise((resolve) => instance.renderToCanvas({ pixelRatio: 2 }).toBlob(resolve));
  } finally {
    instance.dispose();
  }
}

function showTable(details, what) {
  if (!details.open) {
    details.querySelector(".scroll")?.remove();
    return;
  }
  const cells = (row) => row.map((cell) => h(typeof cell === "number" ? "td.amount" : "td", {}, h("bdi", {}, cell ?? "")));
  details.append(
    h(
      "div.scroll",
      { tabindex: "0", role: "region", "aria-label": `Data of ${what.title}` },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, what.columns.map((column) => h("th", { scope: "col" }, column)))),
        fill(h("tbody"), what.rows().map((row) => h("tr", {}, cells(row)))),
      ),
    ),
  );
}
