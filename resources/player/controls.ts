/** Keys, touches and buttons: each leads to one of the player's actions. */

export interface Actions {
  first(): void;
  back(): void;
  forward(): void;
  last(): void;
  by(steps: number): void;
  play(): void;
  level(number: number): void;
  mark(forwards: boolean): void;
}

/** The application's own keys. */
export function listenToKeys(actions: Actions): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    // Who answers a question types.
    if (target.closest("form") !== null) return;
    const isRange = target.tagName === "INPUT";
    const isChoice = target.tagName === "SELECT" || target.tagName === "BUTTON";
    const action = actionFor(event.key, actions);
    if (action === undefined) return;
    // A button is pressed by the space bar, a choice changes by the arrow keys.
    if (isChoice && (event.key === " " || (target.tagName === "SELECT" && event.key !== "Escape"))) return;
    if (isRange && event.key === " ") return;
    event.preventDefault();
    action();
  });
}

function actionFor(key: string, actions: Actions): (() => void) | undefined {
  switch (key) {
    case "ArrowRight":
      return actions.forward;
    case "ArrowLeft":
      return actions.back;
    case "Home":
      return actions.first;
    case "End":
      return actions.last;
    case "PageDown":
      return () => actions.by(10);
    case "PageUp":
      return () => actions.by(-10);
    case " ":
      return actions.play;
    case "b":
      return () => actions.mark(true);
    case "B":
      return () => actions.mark(false);
    default:
      return /^[1-4]$/.test(key) ? () => actions.level(Number(key) - 1) : undefined;
  }
}

const SWIPE = 40;

/** A swipe to the left goes on, one to the right goes back; who scrolls a picture does not step. */
export function listenToSwipes(area: HTMLElement, actions: Actions): void {
  let start: { x: number; y: number; left: number } | undefined;
  area.addEventListener("touchstart", (event) => {
    const touch = event.touches[0]!;
    const one = event.touches.length === 1;
    start = one ? { x: touch.clientX, y: touch.clientY, left: area.scrollLeft } : undefined;
  }, { passive: true });
  area.addEventListener("touchend", (event) => {
    const touch = event.changedTouches[0]!;
    if (start === undefined || area.scrollLeft !== start.left) return;
    const x = touch.clientX - start.x;
    const y = touch.clientY - start.y;
    start = undefined;
    if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return;
    if (x < 0) actions.forward();
    else actions.back();
  }, { passive: true });
}
