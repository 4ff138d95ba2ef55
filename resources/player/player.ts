/** Steps through the recording of a page. */

import { Code } from "./code";
import { type Actions, listenToKeys, listenToSwipes } from "./controls";
import type { PageData, Words } from "./data";
import { byId, element, sentence } from "./elements";
import { stateAt } from "./memory";
import { Marks } from "./marks";
import { Picture } from "./picture";
import { Questions } from "./questions";

/** Milliseconds between two steps that play by themselves. */
const PACE = 900;
/** Steps that are printed at most: each takes a sheet of paper. */
const MOST_PRINTED = 300;

class Player implements Actions {
  private step = 0;
  private detail = 0;
  private language: number;
  private timer = 0;
  private addressIsDue = false;
  private readonly picture: Picture;
  private readonly code: Code;
  private readonly questions: Questions;
  private readonly marks: Marks;
  private readonly slider = byId("slider") as HTMLInputElement;

  constructor(private readonly data: PageData) {
    this.language = Math.max(data.languages.indexOf(languageOf(data)), 0);
    this.picture = new Picture(data, byId("picture"), this.say);
    this.code = new Code(data, byId("lines"), byId("file"));
    const guide = {
      say: this.say,
      words: (key: string) => this.words(key),
      goTo: (step: number) => this.goTo(step - data.first),
    };
    this.questions = new Questions(data, byId("question"), { ...guide, show: guide.goTo });
    this.marks = new Marks(data, byId("marks"), byId("mark-list"), guide);
    this.setUp();
    this.translate();
    this.openAddress();
  }

  // ---- actions ----

  first = (): void => this.goTo(0);
  last = (): void => this.goTo(this.data.steps.length - 1);
  back = (): void => this.by(-1);
  forward = (): void => this.by(1);
  by = (steps: number): void => this.goTo(this.step + steps);

  play = (): void => {
    if (this.timer) return this.pause();
    if (this.step === this.data.steps.length - 1) this.goTo(0);
    this.timer = window.setInterval(() => {
      this.show(this.step + 1);
      if (this.step === this.data.steps.length - 1) this.pause();
    }, PACE);
    this.nameButtons();
  };

  level = (number: number): void => {
    if (number >= this.data.levels.length || number === this.detail) return;
    this.detail = number;
    this.picture.setLevel(number);
    this.show(this.step);
  };

  mark = (forwards: boolean): void => this.marks.move(forwards);

  private pause(): void {
    window.clearInterval(this.timer);
    this.timer = 0;
    this.nameButtons();
  }

  /** Go to a step, counted from 0, because somebody asked for it. */
  goTo(step: number): void {
    if (this.timer) this.pause();
    this.show(step);
    // A page within a notebook (`srcdoc`) has no address of its own.
    if (this.addressIsDue || location.protocol === "about:") return;
    this.addressIsDue = true;
    queueMicrotask(this.writeAddress);
  }

  /** Once for all the steps that a script goes to: each change of the address takes long. */
  private readonly writeAddress = (): void => {
    this.addressIsDue = false;
    history.replaceState(null, "", `#step=${this.data.first + this.step}`);
  };

  /** What other scripts of the page may use; steps are counted from 1 as in the recording. */
  embedding(): object {
    const { data } = this;
    const number = (): number => data.first + this.step;
    return {
      get step(): number {
        return number();
      },
      first: data.first,
      steps: data.recorded,
      go: (step: number): void => this.goTo(Math.trunc(step) - data.first),
      state: (): object => stateAt(data, this.step),
    };
  }

  // ---- showing ----

  private readonly say = (text: Words): string =>
    typeof text === "string" ? text : (text[this.language] ?? text[0] ?? "");

  private words(key: string, gaps: Record<string, string | number> = {}): string {
    const found = this.data.words[key]?.[this.language] ?? key;
    return found.replace(/\{(\w+)\}/g, (_, gap: string) => String(gaps[gap] ?? ""));
  }

  private show(step: number): void {
    this.step = Math.max(0, Math.min(step, this.data.steps.length - 1));
    this.code.show(this.step);
    const said = this.sentences(this.step);
    byId("said").replaceChildren(...said);
    byId("sentences").scrollTop = 0;
    this.picture.show(this.step);
    this.picture.svg.setAttribute("aria-label", said.map((one) => one.textContent).join(" "));
    this.showOutput();
    this.showPlace();
    this.questions.show(this.data.first + this.step);
    this.marks.show(this.data.first + this.step);
  }

  private sentences(step: number): HTMLElement[] {
    const level = this.data.levels[this.detail]!.name;
    const most = { values: 1, objects: 2 }[level] ?? 3;
    const { says, named } = this.data.steps[step]!;
    const found = ((most < 3 && named) || says).filter(([one]) => one <= most);
    const { end } = this.data.after;
    if (end !== undefined && step === this.data.steps.length - 1) found.push([1, "loss", end]);
    const said = found.map(([, sign, text]) => {
      const line = element("p", sign);
      line.append(...sentence(this.say(this.data.texts[text]!)));
      return line;
    });
    return said.length ? said : [element("p", "", this.words("step.unchanged"))];
  }

  private showOutput(): void {
    const pieces: HTMLElement[] = [];
    let isCut = false;
    const { steps, after } = this.data;
    const ended = this.step === steps.length - 1 ? [after] : [];
    [...steps.slice(0, this.step + 1), ...ended].forEach(({ out, err, cut }, number) => {
      const fresh = number >= this.step ? " new" : "";
      if (out !== undefined) pieces.push(element("span", `out${fresh}`, out));
      if (err !== undefined) pieces.push(element("span", `err${fresh}`, err));
      isCut ||= cut !== undefined;
    });
    const output = byId("output");
    output.replaceChildren(...pieces);
    if (isCut) output.append(element("span", "note", this.words("page.output_cut")));
    if (!pieces.length) output.append(element("span", "note", this.words("output.empty")));
    output.scrollTop = output.scrollHeight;
  }

  private showPlace(): void {
    const { data, step } = this;
    const number = data.first + step;
    const note = data.bookmarks.find(([one]) => one === number);
    byId("note").textContent = note === undefined ? "" : note[1];
    byId("note").hidden = note === undefined;
    byId("place").textContent = this.words("page.place", { step: number, last: data.recorded });
    this.slider.value = String(number);
    this.slider.setAttribute("aria-valuetext", byId("place").textContent ?? "");
    for (const [id, at] of [["first", 0], ["back", 0]] as const) disable(id, step === at);
    for (const id of ["forward", "last"]) disable(id, step === data.steps.length - 1);
    (byId("level") as HTMLSelectElement).value = String(this.detail);
  }

  // ---- setting up ----

  private setUp(): void {
    const { data } = this;
    document.title = data.program;
    byId("program").textContent = data.program;
    this.slider.min = String(data.first);
    this.slider.max = String(data.first + data.steps.length - 1);
    this.slider.addEventListener("input", () => this.goTo(Number(this.slider.value) - data.first));
    for (const id of ["first", "back", "play", "forward", "last"] as const) {
      byId(id).addEventListener("click", () => this[id]());
    }
    const level = byId("level") as HTMLSelectElement;
    level.replaceChildren(...data.levels.map((_, number) => new Option("", String(number))));
    level.hidden = data.levels.length < 2;
    level.addEventListener("change", () => this.level(Number(level.value)));
    byId("language").addEventListener("click", () => {
      this.language = (this.language + 1) % data.languages.length;
      this.picture.clear();
      this.translate();
      this.show(this.step);
    });
    byId("theme").addEventListener("click", toggleTheme);
    if (data.start.theme) document.documentElement.dataset["theme"] = data.start.theme;
    listenToKeys(this);
    listenToSwipes(byId("picture"), this);
    window.addEventListener("hashchange", () => this.openAddress());
    new ResizeObserver(() => this.picture.place()).observe(byId("picture"));
    new ResizeObserver(() => this.code.reveal()).observe(byId("program-text"));
    window.addEventListener("beforeprint", () => this.layOutForPaper());
    window.addEventListener("afterprint", () => byId("paper").replaceChildren());
  }

  private translate(): void {
    document.documentElement.lang = this.data.languages[this.language]!;
    for (const one of document.querySelectorAll<HTMLElement>("[data-words]")) {
      one.textContent = this.words(one.dataset["words"]!);
    }
    for (const one of document.querySelectorAll<HTMLElement>("[data-label]")) {
      const said = this.words(one.dataset["label"]!);
      one.setAttribute("aria-label", said);
      one.title = said;
    }
    const level = byId("level") as HTMLSelectElement;
    this.data.levels.forEach(({ name }, number) => {
      level.options[number]!.text = this.words(`page.level_${name}`);
    });
    this.nameButtons();
    this.questions.draw();
    this.marks.draw();
  }

  private nameButtons(): void {
    const button = byId("play");
    const said = this.words(this.timer ? "page.pause" : "page.play");
    button.setAttribute("aria-label", said);
    button.title = said;
    button.classList.toggle("plays", this.timer !== 0);
  }

  /** `#step=12` opens step 12. */
  private openAddress(): void {
    const found = /[#&]step=(\d+)/.exec(location.hash);
    const asked = found === null ? this.data.first : Number(found[1]);
    this.show(asked - this.data.first);
  }

  /** A step a sheet: where it is in the program, what it does, its picture. */
  private layOutForPaper(): void {
    const { data } = this;
    const first = data.steps.length > MOST_PRINTED ? this.step : 0;
    const last = Math.min(first + MOST_PRINTED, data.steps.length);
    const sheets: HTMLElement[] = [];
    for (let step = first; step < last; step++) {
      const sheet = element("section", "sheet");
      const place = this.words("page.place", { step: data.first + step, last: data.recorded });
      sheet.append(element("h2", "", `${data.program} · ${place}`), this.lineOf(step));
      sheet.append(...this.sentences(step), this.picture.copy(step));
      sheets.push(sheet);
    }
    byId("paper").replaceChildren(...sheets);
  }

  private lineOf(step: number): HTMLElement {
    const { file, line } = this.data.steps[step]!;
    const pieces = this.data.files[file]!.lines?.[line - 1] ?? [];
    const made = element("p", "line", `${line}  `);
    for (const [text, colour] of pieces) made.append(element("code", `c-${colour}`, text));
    return made;
  }
}

function disable(id: string, is: boolean): void {
  (byId(id) as HTMLButtonElement).disabled = is;
}

function languageOf(data: PageData): string {
  return data.start.language || (navigator.language.startsWith("ko") ? "ko" : "en");
}

function toggleTheme(): void {
  const root = document.documentElement;
  const isDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const now = root.dataset["theme"] ?? (isDark ? "dark" : "light");
  root.dataset["theme"] = now === "dark" ? "light" : "dark";
}

const data = JSON.parse(byId("recording").textContent ?? "") as PageData;
const player = new Player(data);
/** For tests, and for pages that embed this one. */
Object.defineProperty(window, "visualizer", { value: Object.freeze(player.embedding()) });
