/** Elements of the document; text only ever becomes text, never markup. */

export function element(name: string, className = "", text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

/** A sentence whose code stands in back ticks. */
export function sentence(text: string): (Node | string)[] {
  return text.split("`").map((part, number) => (number % 2 ? element("code", "", part) : part));
}
