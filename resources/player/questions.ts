/** Asks a lesson's questions at their steps; the page has the answers, and nothing is sent. */

import type { PageData, Question, Words } from "./data";
import { element, sentence } from "./elements";

type Given = number | string | number[];

interface Asker {
  say(text: Words): string;
  words(key: string): string;
  /** Show a step of the recording. */
  show(step: number): void;
}

export class Questions {
  /** What was answered, by the place of the question. */
  private readonly given = new Map<number, Given>();
  private shown: number[] = [];

  constructor(
    private readonly data: PageData,
    private readonly host: HTMLElement,
    private readonly asker: Asker,
  ) {}

  /** Ask what is asked at a step of the recording. */
  show(step: number): void {
    const found = this.data.questions.flatMap((one, number) => (one.step === step ? [number] : []));
    if (found.length === this.shown.length && found.every((one, at) => one === this.shown[at])) return;
    this.shown = found;
    this.draw();
  }

  /** Write all anew, in another language. */
  draw(): void {
    this.host.hidden = !this.shown.length;
    // One after another: the picture that has the answer must stay in sight.
    const open = this.shown.findIndex((number) => !this.given.has(number));
    const asked = open < 0 ? this.shown : this.shown.slice(0, open + 1);
    this.host.replaceChildren(...asked.map((number) => this.card(number)));
  }

  private card(number: number): HTMLElement {
    const question = this.data.questions[number]!;
    const card = element("form", "card") as HTMLFormElement;
    const title = element("h2");
    title.id = `question-${number}`;
    title.append(...sentence(this.asker.say(question.asks)));
    const fields = element("fieldset") as HTMLFieldSetElement;
    fields.setAttribute("aria-labelledby", title.id);
    const read = this.fields(question, number, fields);
    const said = element("div", "said");
    said.setAttribute("role", "status");
    const row = element("p", "row");
    const given = this.given.get(number);
    const at = this.shown.indexOf(number);
    if (given === undefined) {
      const button = this.button("ask.answer", row);
      button.type = "submit";
      card.addEventListener("submit", (event) => {
        event.preventDefault();
        const answer = read();
        if (answer === undefined) return;
        this.given.set(number, answer);
        this.draw();
        this.host.querySelectorAll<HTMLElement>(".card")[at]?.querySelector("button")?.focus();
      });
    } else {
      this.put(question, fields, given);
      fields.disabled = true;
      this.judge(question, number, given, said, row);
    }
    card.append(title, fields, said, row);
    return card;
  }

  private judge(
    question: Question,
    number: number,
    given: Given,
    said: HTMLElement,
    row: HTMLElement,
  ): void {
    const right = isRight(question, given);
    said.append(element("p", right ? "right" : "wrong", this.asker.words(right ? "ask.right" : "ask.wrong")));
    const wrong = typeof given === "number" ? (question.wrong?.[given] ?? []) : [];
    for (const one of [...(right ? [] : wrong), ...question.proves]) {
      const line = element("p");
      line.append(...sentence(this.asker.say(one)));
      said.append(line);
    }
    this.button("ask.show", row).addEventListener("click", () => this.asker.show(question.proof));
    if (right) return;
    this.button("ask.again", row).addEventListener("click", () => {
      this.given.delete(number);
      this.draw();
      this.host.querySelector<HTMLElement>("input, select, textarea")?.focus();
    });
  }

  private button(key: string, row: HTMLElement): HTMLButtonElement {
    const made = element("button", "", this.asker.words(key)) as HTMLButtonElement;
    made.type = "button";
    row.append(made);
    return made;
  }

  /** Put what is to be filled in into `host`; gives what reads it. */
  private fields(question: Question, number: number, host: HTMLElement): () => Given | undefined {
    const name = `answer-${number}`;
    switch (question.field) {
      case "one":
        this.choices(question, host, name, "radio");
        return () => checked(host)[0];
      case "several": {
        const none = this.choices(question, host, name, "checkbox");
        return () => (none?.checked ? [] : checked(host).length ? checked(host) : undefined);
      }
      case "each": {
        const boxes = this.boxes(question, host);
        return () => (boxes.every((one) => one.value) ? boxes.map((one) => Number(one.value)) : undefined);
      }
      default:
        return this.typed(question, host);
    }
  }

  private typed(question: Question, host: HTMLElement): () => Given | undefined {
    const isLines = question.field === "lines";
    const field = element(isLines ? "textarea" : "input") as HTMLInputElement;
    const name = { number: "ask.number", value: "ask.value_name", lines: "ask.text" }[question.field as string]!;
    field.setAttribute("aria-label", this.asker.words(name));
    field.autocomplete = "off";
    field.spellcheck = false;
    if (question.field === "number") field.inputMode = "numeric";
    if (question.field === "value") field.placeholder = this.asker.words("ask.value_hint");
    host.append(field);
    return () => {
      const text = isLines ? field.value : field.value.trim();
      if (!text.trim()) return undefined;
      if (question.field !== "number") return text;
      return /^\d+$/.test(text) ? Number(text) : undefined;
    };
  }

  /** A button and its words for each choice; gives the one for none, where several can be chosen. */
  private choices(
    question: Question,
    host: HTMLElement,
    name: string,
    type: "radio" | "checkbox",
  ): HTMLInputElement | undefined {
    const add = (text: string, value: string): HTMLInputElement => {
      const label = element("label");
      const input = element("input") as HTMLInputElement;
      Object.assign(input, { type, name, value });
      label.append(input, element("span", "", text.replaceAll("`", "")));
      host.append(label);
      return input;
    };
    const inputs = question.choices.map((one, at) => add(this.asker.say(one), String(at)));
    if (type === "radio") return undefined;
    const none = add(this.asker.words("ask.none_dies"), "none");
    none.addEventListener("change", () => inputs.forEach((one) => (one.checked &&= !none.checked)));
    inputs.forEach((one) => one.addEventListener("change", () => (none.checked &&= !one.checked)));
    return none;
  }

  private boxes(question: Question, host: HTMLElement): HTMLSelectElement[] {
    return (question.names ?? []).map((name) => {
      const label = element("label");
      const box = element("select") as HTMLSelectElement;
      const choices = question.choices.map(
        (one, at) => new Option(this.asker.say(one).replaceAll("`", ""), String(at)),
      );
      box.append(new Option("", ""), ...choices);
      label.append(element("code", "", name), "→", box);
      host.append(label);
      return box;
    });
  }

  /** Show what was answered. */
  private put(question: Question, fields: HTMLElement, given: Given): void {
    if (question.field === "each") {
      fields.querySelectorAll("select").forEach((one, at) => (one.value = String((given as number[])[at])));
    } else if (question.choices.length) {
      const chosen = new Set(Array.isArray(given) ? given.map(String) : [String(given)]);
      if (Array.isArray(given) && !given.length) chosen.add("none");
      fields.querySelectorAll("input").forEach((one) => (one.checked = chosen.has(one.value)));
    } else {
      fields.querySelector<HTMLInputElement>("input, textarea")!.value = String(given);
    }
  }
}

function checked(host: HTMLElement): number[] {
  return [...host.querySelectorAll<HTMLInputElement>("input:checked")]
    .filter((one) => one.value !== "none")
    .map((one) => Number(one.value));
}

function isRight({ field, answer }: Question, given: Given): boolean {
  switch (field) {
    case "value":
      return sameValue(String(given)) === sameValue(String(answer));
    case "lines":
      return visible(String(given)) === visible(String(answer));
    default:
      return JSON.stringify(given) === JSON.stringify(answer);
  }
}

/** A value as Python writes it, however it was typed: other quotes, blanks, `5.0` as `5.00`. */
function sameValue(text: string): string {
  return text.replace(/"([^"'\\]*)"|('[^']*')|\s+|\d+\.\d+/g, (whole, double?: string, single?: string) => {
    if (double !== undefined) return `'${double}'`;
    if (single !== undefined) return single;
    return whole.trim() ? String(Number(whole)).replace(/^(\d+)$/, "$1.0") : "";
  });
}

/** Lines without blanks at their ends, and without empty ones at the end. */
function visible(text: string): string {
  return text.trimEnd().split("\n").map((line) => line.trimEnd()).join("\n");
}
