/**
 * Elements out of words. Text becomes text nodes, never markup: nothing here or elsewhere parses HTML.
 */

/**
 * Makes an element.
 * @param {string} name such as `p`, or `p.faint` with classes
 * @param {object} attributes by name; `on` holds listeners by event, `style` values by property;
 *   `true` sets an attribute without value, `null` and `false` leave it out
 * @param {...*} children nodes, texts, numbers, lists of them; `null` and `false` are left out
 */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length > 0) {
    element.className = classes.join(" ");
  }
  for (const [key, value] of Object.entries(attributes)) {
    set(element, key, value);
  }
  element.append(...nodes(children));
  return element;
}

/** Puts children in the place of those that are there. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

/** What users or machines told: of any length, script and direction. */
export function told(text, name = "bdi") {
  return h(name, { dir: "auto" }, text);
}

/** Tells it to who listens to the page instead of looking at it. */
export function say(text) {
  document.getElementById("says").textContent = text;
}

function set(element, key, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (key === "on") {
    Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
  } else if (key === "style") {
    // By property, not as an attribute: the content security policy forbids those.
    Object.entries(value).forEach(([property, given]) => element.style.setProperty(property, given));
  } else {
    element.setAttribute(key, value === true ? "" : value);
  }
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}
