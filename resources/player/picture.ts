/** Draws the picture of a step: every item is kept as long as it is the same. */

import type { Area, Item, Level, PageData, Shape, Words } from "./data";
import { picturesOf } from "./data";

const SVG = "http://www.w3.org/2000/svg";
const RECT = 0;
const PATH = 1;
const ANCHORS = ["start", "middle", "end"];
/** The smallest and the largest scale at which a picture is shown. */
const SMALLEST = 0.8;
const LARGEST = 1.6;

type Say = (text: Words) => string;

export function svgElement(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** Widths of texts, measured once for each text and class. */
class Widths {
  private readonly known = new Map<string, number>();

  of(text: SVGTextElement, name: string): number {
    const key = `${name}\n${text.textContent ?? ""}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = text.getComputedTextLength();
      this.known.set(key, found);
    }
    return found;
  }

  forget(): void {
    this.known.clear();
  }
}

export class Picture {
  readonly svg: SVGSVGElement;
  private readonly scroller: HTMLElement;
  private level: Level;
  private pictures: number[][];
  /** What all steps of the level need together: nothing jumps where a step needs more or less. */
  private area: Area;
  private shown = new Map<number, SVGElement>();
  private readonly widths = new Widths();
  private step = -1;

  constructor(
    private readonly data: PageData,
    scroller: HTMLElement,
    private readonly say: Say,
  ) {
    this.scroller = scroller;
    this.svg = svgElement("svg", { role: "img" }) as SVGSVGElement;
    scroller.append(this.svg);
    this.level = data.levels[0]!;
    this.pictures = picturesOf(this.level);
    this.area = areaOf(this.level);
  }

  setLevel(number: number): void {
    this.level = this.data.levels[number]!;
    this.pictures = picturesOf(this.level);
    this.area = areaOf(this.level);
    this.clear();
  }

  /** Draw anew: the language, and with it the texts, is another. */
  clear(): void {
    this.svg.replaceChildren();
    this.shown.clear();
    this.widths.forget();
    this.step = -1;
  }

  show(step: number): void {
    if (step === this.step) return;
    this.step = step;
    const wanted = this.pictures[step]!;
    const kept = new Set(wanted);
    for (const [number, element] of this.shown) {
      if (!kept.has(number)) {
        element.remove();
        this.shown.delete(number);
      }
    }
    const made: SVGElement[] = [];
    let next: Element | null = this.svg.firstElementChild;
    for (const number of wanted) {
      const old = this.shown.get(number);
      if (old !== undefined) {
        if (old === next) next = old.nextElementSibling;
        else this.svg.insertBefore(old, next);
        continue;
      }
      const element = this.draw(this.level.items[number]!);
      this.shown.set(number, element);
      this.svg.insertBefore(element, next);
      made.push(element);
    }
    this.place();
    for (const element of made) this.fit(element);
  }

  /** A drawing of a step that stays as it is, for paper. */
  copy(step: number): SVGElement {
    const [[x, y, width, height]] = this.level.places[this.level.pictures[step]![0]]!;
    const made = svgElement("svg", { viewBox: `${x} ${y} ${width} ${height}`, role: "img" });
    const drawn = this.pictures[step]!.map((number) => this.draw(this.level.items[number]!));
    // Texts have a width only where they are shown.
    this.svg.append(...drawn);
    for (const element of drawn) this.fit(element);
    made.append(...drawn);
    return made;
  }

  /** Choose the scale at which every step has room, and show the part that matters. */
  place(): void {
    if (this.step < 0) return;
    const [, seen] = this.level.places[this.level.pictures[this.step]![0]]!;
    const [x, y, width, height] = this.area;
    const room = this.scroller.getBoundingClientRect();
    const fits = Math.min(room.width / width, room.height / height);
    const scale = Math.max(SMALLEST, Math.min(LARGEST, fits));
    this.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    this.svg.style.width = `${Math.floor(width * scale)}px`;
    this.svg.style.height = `${Math.floor(height * scale)}px`;
    this.reveal(seen, x, y, scale);
  }

  private reveal([left, top, width, height]: Area, x: number, y: number, scale: number): void {
    const box = this.scroller;
    const from = [(left - x) * scale - 12, (top - y) * scale - 12] as const;
    const to = [from[0] + width * scale + 24, from[1] + height * scale + 24] as const;
    box.scrollLeft = near(box.scrollLeft, box.clientWidth, from[0], to[0]);
    box.scrollTop = near(box.scrollTop, box.clientHeight, from[1], to[1]);
  }

  private draw([key, , x, y, layers]: Item): SVGElement {
    const group = svgElement("g", { "data-key": key });
    if (x !== 0 || y !== 0) group.setAttribute("transform", `translate(${x} ${y})`);
    for (const layer of layers) {
      for (const shape of this.data.layers[layer]!) group.append(this.drawShape(shape));
    }
    return group;
  }

  private drawShape(shape: Shape): SVGElement {
    const name = this.data.classes[Number(shape[1])]!;
    if (shape[0] === RECT) {
      const [, , x, y, width, height, radius] = shape as number[];
      const made = svgElement("rect", { class: name, x: x!, y: y!, width: width!, height: height! });
      if (radius !== undefined) made.setAttribute("rx", String(radius));
      return made;
    }
    if (shape[0] === PATH) return svgElement("path", { class: name, d: String(shape[2]) });
    const [, , x, y, anchor, room, text] = shape as number[];
    const made = svgElement("text", { class: name, x: x!, y: y!, "data-room": room! });
    if (anchor !== 0) made.setAttribute("text-anchor", ANCHORS[anchor!]!);
    made.textContent = this.say(this.data.texts[text!]!);
    return made;
  }

  /** Squeeze texts that are wider here than where the page was made: other fonts are here. */
  private fit(element: SVGElement): void {
    for (const text of element.querySelectorAll("text")) {
      const room = Number(text.dataset["room"]);
      if (this.widths.of(text, text.getAttribute("class") ?? "") > room + 1) {
        text.setAttribute("textLength", String(Math.max(room, 1)));
        text.setAttribute("lengthAdjust", "spacingAndGlyphs");
      }
    }
  }
}

/** The area of all pictures of a level. */
function areaOf(level: Level): Area {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [[x, y, width, height]] of level.places) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return [left, top, right - left, bottom - top];
}

/** How far to scroll so that `from` … `to` is seen, or its beginning where it has no room. */
function near(now: number, room: number, from: number, to: number): number {
  if (from < now || to - from > room) return Math.max(from, 0);
  return to > now + room ? to - room : now;
}
