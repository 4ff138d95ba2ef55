/** The program's text, with the line that ran and the line that is next. */

import type { PageData } from "./data";
import { element } from "./elements";

export class Code {
  private file = -1;
  private lines: HTMLElement[] = [];
  private marked: HTMLElement[] = [];
  private current: HTMLElement | undefined;

  constructor(
    private readonly data: PageData,
    private readonly list: HTMLElement,
    private readonly name: HTMLElement,
  ) {}

  show(step: number): void {
    const { file, line, ran } = this.data.steps[step]!;
    if (file !== this.file) this.open(file);
    for (const one of this.marked) one.classList.remove("next", "ran");
    this.marked = [];
    if (ran !== undefined && ran[0] === file) this.mark(ran[1], "ran");
    this.current = this.mark(line, "next");
    this.reveal();
  }

  private open(file: number): void {
    const { name, lines } = this.data.files[file]!;
    this.file = file;
    this.name.textContent = name;
    this.lines = (lines ?? []).map((pieces) => {
      const line = element("li");
      for (const [text, colour] of pieces) line.append(element("span", `c-${colour}`, text));
      return line;
    });
    this.list.replaceChildren(...this.lines);
  }

  private mark(line: number, name: string): HTMLElement | undefined {
    const found = this.lines[line - 1];
    found?.classList.add(name);
    if (found !== undefined) this.marked.push(found);
    return found;
  }

  /** Scroll the listing alone to the line: the page stays where the reader has it. */
  reveal(): void {
    const line = this.current;
    if (line === undefined) return;
    const box = this.list.parentElement!;
    const top = line.offsetTop - box.offsetTop;
    const spare = 2 * line.offsetHeight;
    if (top - spare < box.scrollTop) box.scrollTop = Math.max(top - spare, 0);
    const low = top + line.offsetHeight + spare - box.clientHeight;
    if (low > box.scrollTop) box.scrollTop = low;
  }
}
