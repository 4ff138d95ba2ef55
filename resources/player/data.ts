/** What a page has: see `visualizer/export/page/data.py`, which writes it. */

export type Words = string | string[];
/** A kind and the number of a class; then as `drawing.py` says. */
export type Shape = (number | string)[];
/** Key, layer, x, y and the numbers of its shapes. */
export type Item = [string, number, number, number, number[]];
export type Area = [number, number, number, number];

/** The lowest level of a sentence, its sign, the number of its text. */
export type Said = [number, string, number];

export interface Step {
  file: number;
  line: number;
  ran?: [number, number];
  says: Said[];
  /** The sentences of the levels without numbers on cards, if they differ. */
  named?: Said[];
  out?: string;
  err?: string;
  cut?: 1;
  /** What it is, its frames, its global names: numbers of contents; then serials with contents. */
  memory: [number, number[], number, [number, number | null][]];
}

export interface Level {
  name: string;
  items: Item[];
  /** The area that a step needs, and the part of it that matters. */
  places: [Area, Area][];
  /** The place, and the items that go and come. */
  pictures: [number, number[], number[]][];
}

/** See `visualizer/export/page/questions.py`. */
export interface Question {
  /** Where it is asked, and the step that shows the answer: numbers in the recording. */
  step: number;
  proof: number;
  field: "number" | "value" | "lines" | "one" | "several" | "each";
  asks: Words;
  choices: Words[];
  answer: number | string | number[];
  proves: Words[];
  /** What makes a choice wrong, by its place. */
  wrong?: Words[][];
  names?: string[];
}

export interface PageData {
  version: number;
  program: string;
  python: string;
  recorded: number;
  first: number;
  bookmarks: [number, string][];
  questions: Question[];
  files: { name: string; lines?: [string, string][][] }[];
  steps: Step[];
  /** What was written after the last step: a traceback, say; the text of why the run ended there. */
  after: Pick<Step, "out" | "err" | "cut"> & { end?: number };
  levels: Level[];
  layers: Shape[][];
  classes: string[];
  texts: Words[];
  contents: unknown[];
  languages: string[];
  words: Record<string, string[]>;
  start: { language: string; theme: string };
}

/** The items of each picture of a level, the lowest layer first. */
export function picturesOf(level: Level): number[][] {
  const found: number[][] = [];
  let now = new Set<number>();
  for (const [, gone, come] of level.pictures) {
    now = new Set(now);
    for (const one of gone) now.delete(one);
    for (const one of come) now.add(one);
    found.push([...now].sort((a, b) => level.items[a]![1] - level.items[b]![1] || a - b));
  }
  return found;
}
