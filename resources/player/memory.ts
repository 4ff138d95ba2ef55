/** The state of a step as the application's jsonl export has it, for tests and for pages around. */

import type { PageData } from "./data";

type Json = Record<string, unknown>;

export function stateAt(data: PageData, step: number): Json {
  const heap = new Map<number, unknown>();
  for (const { memory } of data.steps.slice(0, step + 1)) {
    for (const [serial, content] of memory[3]) {
      if (content === null) heap.delete(serial);
      else heap.set(serial, data.contents[content]);
    }
  }
  const { memory, out, err } = data.steps[step]!;
  const { value, ...about } = data.contents[memory[0]] as Json;
  const frames = memory[1].map((number) => ({ ...(data.contents[number] as Json) }));
  const innermost = frames[frames.length - 1];
  if (value !== undefined && innermost !== undefined) innermost["value"] = value;
  return {
    ...about,
    stdout: out ?? "",
    stderr: err ?? "",
    frames,
    globals: data.contents[memory[2]],
    heap: Object.fromEntries([...heap].sort(([a], [b]) => a - b)),
  };
}
