/** The list of bookmarks and questions: where somebody wants the reader to look. */

import type { PageData, Words } from "./data";
import { element } from "./elements";

interface Guide {
  say(text: Words): string;
  words(key: string, values?: Record<string, string | number>): string;
  /** Go to a step of the recording. */
  goTo(step: number): void;
}

export class Marks {
  private current = 0;

  constructor(
    private readonly data: PageData,
    private readonly button: HTMLElement,
    private readonly list: HTMLElement,
    private readonly guide: Guide,
  ) {
    button.hidden = !this.steps.length;
    button.addEventListener("click", () => this.open(list.hidden !== false));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !list.hidden) {
        this.open(false);
        button.focus();
      }
    });
    document.addEventListener("click", (event) => {
      const inside = [button, list].some((one) => one.contains(event.target as Node));
      if (!inside) this.open(false);
    });
  }

  private get steps(): number[] {
    const all = [...this.data.bookmarks.map(([step]) => step), ...this.data.questions.map(({ step }) => step)];
    return [...new Set(all)].sort((a, b) => a - b);
  }

  /** Go to the next mark, or to the one before. */
  move(forwards: boolean): void {
    const steps = this.steps;
    const found = forwards
      ? (steps.find((step) => step > this.current) ?? steps[0])
      : (steps.reverse().find((step) => step < this.current) ?? steps[0]);
    if (found !== undefined) this.guide.goTo(found);
  }

  /** The step that is shown. */
  show(step: number): void {
    this.current = step;
    for (const one of this.list.querySelectorAll("button")) {
      if (Number(one.dataset["step"]) === step) one.setAttribute("aria-current", "step");
      else one.removeAttribute("aria-current");
    }
  }

  /** Write all anew, in another language. */
  draw(): void {
    const { bookmarks, questions } = this.data;
    this.button.querySelector("span")!.textContent = String(bookmarks.length + questions.length);
    const rows = [
      ...bookmarks.map(([step, note]) => ({ step, kind: "bookmark", text: note || this.guide.words("page.bookmark") })),
      ...questions.map(({ step, asks }) => ({ step, kind: "question", text: this.guide.say(asks).replaceAll("`", "") })),
    ].sort((a, b) => a.step - b.step);
    this.list.replaceChildren(...rows.map(({ step, kind, text }) => {
      const row = element("button", kind) as HTMLButtonElement;
      row.type = "button";
      row.dataset["step"] = String(step);
      row.append(element("span", "number", String(step)), element("span", "text", text));
      row.addEventListener("click", () => {
        this.open(false);
        this.guide.goTo(step);
        this.button.focus();
      });
      return row;
    }));
    this.show(this.current);
  }

  private open(is: boolean): void {
    this.list.hidden = !is;
    this.button.setAttribute("aria-expanded", String(is));
  }
}
