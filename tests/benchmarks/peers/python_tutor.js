// Walks the steps of a trace in Online Python Tutor's own front end, which the page has loaded, and
// leaves where everything stands in the page: boxes by their id, arrows as points along the curve.
"use strict";

function place(element) {
  const r = element.getBoundingClientRect();
  return [r.x + window.scrollX, r.y + window.scrollY, r.width, r.height];
}

function points(path) {
  const matrix = path.getScreenCTM();
  const length = path.getTotalLength();
  const found = [];
  for (let piece = 0; piece <= 32; piece++) {
    const spot = path.getPointAtLength((length * piece) / 32).matrixTransform(matrix);
    found.push([spot.x + window.scrollX, spot.y + window.scrollY]);
  }
  return found;
}

// The front end numbers frames by their place; the trace tells which call each is.
function nameOf(box, entry) {
  const place = /__stack(\d+)$/.exec(box.id);
  return place ? "frame " + entry.stack_to_render[Number(place[1])].frame_id : box.id;
}

function measured(root, entry) {
  const boxes = {};
  const drawn = ".stackFrame, .zombieStackFrame, .toplevelHeapObject > .heapObject";
  for (const box of root.querySelectorAll(drawn)) {
    const found = place(box);
    if (found[2] > 0) { // the frame of the module is there, hidden, before it has a name
      boxes[nameOf(box, entry)] = found;
    }
  }
  const curves = root.querySelectorAll("svg._jsPlumb_connector > path:first-of-type");
  return { boxes: boxes, lines: Array.from(curves, points) };
}

function measureAll(trace) {
  const root = document.getElementById("shown");
  const options = { embeddedMode: false, disableHeapNesting: true, lang: "py3" };
  const shown = addVisualizerToPage(trace, "shown", options);
  const steps = trace.trace.map(function (entry, step) {
    shown.renderStep(step);
    return measured(root, entry);
  });
  const told = document.createElement("pre");
  told.id = "measured";
  told.textContent = JSON.stringify(steps);
  document.body.appendChild(told);
}
