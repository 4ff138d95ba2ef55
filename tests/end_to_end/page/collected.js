// What the page shows at each of some steps, gathered at once: asking step by step would take long.
// As text, because the driver looks at each value of an object.
(steps) => JSON.stringify(steps.map((step) => {
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
}))
