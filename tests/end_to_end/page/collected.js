// What the page shows at each step, gathered at once: asking step by step would take long.
// As text, because the driver looks at each value of an object. `unlike` are the steps that show
// something else when one comes to them from the end.
(steps) => {
  const shown = (step) => {
    window.visualizer.go(step);
    const items = [...document.querySelectorAll("#picture g[data-key]")].map((group) => ({
      key: group.dataset.key,
      at: (group.getAttribute("transform") ?? "translate(0 0)").slice(10, -1).split(" ").map(Number),
      texts: [...group.querySelectorAll("text")].map((one) => [
        one.textContent, one.getAttribute("class"), Number(one.getAttribute("y")),
      ]),
      runs: group.querySelector("path.fill.c-accent") !== null && group.dataset.key.split(" ").length === 2,
      paths: [...group.querySelectorAll("path.way, path.strong")].map((one) => one.getAttribute("d")),
    }));
    return {
      step: window.visualizer.step,
      state: window.visualizer.state(),
      items,
      line: document.querySelector("#lines .next")?.textContent ?? null,
      output: [...document.querySelectorAll("#output .out")].map((one) => one.textContent).join(""),
      said: document.querySelector("#said").textContent,
    };
  };
  const numbers = [...Array(steps).keys()].map((step) => step + 1);
  const forwards = numbers.map((step) => JSON.stringify(shown(step)));
  const backwards = numbers.toReversed().map((step) => JSON.stringify(shown(step))).toReversed();
  const unlike = numbers.filter((_, at) => forwards[at] !== backwards[at]);
  return `{"steps": [${forwards}], "unlike": ${JSON.stringify(unlike)}}`;
}
