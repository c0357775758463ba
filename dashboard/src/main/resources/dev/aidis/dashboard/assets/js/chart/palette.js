/** The colours of charts: those of the page, as they are now. */

const NAMES = ["ink", "faint", "edge", "edge-strong", "card", "sunken", "accent", "ai", "human", "good", "previous", "heat-0", "heat-1", "heat-2", "heat-3", "heat-4"];

// As colours, so that what is read of them is the one that is seen, not both that were written.
NAMES.forEach((name) => CSS.registerProperty({ name: `--${name}`, syntax: "<color>", inherits: true, initialValue: "transparent" }));

export function palette() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** What all charts have in common. */
export function common(colours) {
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colours.ink },
    tooltip: {
      // Drawn as text: the library's other way makes markup of it.
      renderMode: "richText",
      confine: true,
      backgroundColor: colours.card,
      borderColor: colours["edge-strong"],
      textStyle: { color: colours.ink, fontSize: 13 },
    },
  };
}

/** An axis as all charts draw it. */
export function axis(colours, given) {
  return {
    axisLine: { lineStyle: { color: colours.edge } },
    axisTick: { show: false },
    axisLabel: { color: colours.faint, fontSize: 12, ...given.axisLabel },
    splitLine: { show: given.type === "value", lineStyle: { color: colours.edge } },
    nameTextStyle: { color: colours.faint },
    ...without(given, "axisLabel"),
  };
}

function without(given, name) {
  const { [name]: _, ...rest } = given;
  return rest;
}
