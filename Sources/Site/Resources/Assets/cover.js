// Blackens a page by dragging over it. The field of rectangles is what is sent and says what is drawn; without this script one ticks squares or types numbers.
const thousandths = (value, whole) => Math.round(Math.min(Math.max(value / whole, 0), 1) * 1000);

for (const form of document.querySelectorAll(".reply-cover")) {
  const sheet = form.querySelector(".reply-sheet"), drawing = sheet.querySelector("svg"), field = form.elements.rectangles;
  const grid = sheet.querySelector(".reply-grid"), undo = form.querySelector("[data-undo]");
  const lines = () => field.value.split("\n").map((line) => line.trim()).filter(Boolean);
  let start = null, current = null;

  const rectangle = (numbers) => {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ["x", "y", "width", "height"].forEach((name, place) => rect.setAttribute(name, numbers[place]));
    return rect;
  };
  const draw = () => {
    const parts = lines().map((line) => line.split(/[\s,;]+/).map(Number)).filter((n) => n.length === 4 && n.every(Number.isFinite));
    drawing.replaceChildren(...parts.map(rectangle));
    undo.hidden = parts.length === 0;
  };
  const place = (event) => {
    const box = sheet.getBoundingClientRect();
    return [thousandths(event.clientX - box.left, box.width), thousandths(event.clientY - box.top, box.height)];
  };
  const between = ([a, b], [c, d]) => [Math.min(a, c), Math.min(b, d), Math.abs(a - c), Math.abs(b - d)];

  sheet.classList.add("is-drawn");
  sheet.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    start = place(event);
    current = rectangle([...start, 0, 0]);
    drawing.append(current);
    sheet.setPointerCapture(event.pointerId);
  });
  sheet.addEventListener("pointermove", (event) => {
    if (!start) return;
    const numbers = between(start, place(event));
    ["x", "y", "width", "height"].forEach((name, at) => current.setAttribute(name, numbers[at]));
  });
  sheet.addEventListener("pointerup", (event) => {
    if (!start) return;
    const numbers = between(start, place(event));
    start = null;
    // A touch that went nowhere is none.
    if (numbers[2] >= 5 && numbers[3] >= 5) field.value = [...lines(), numbers.join(" ")].join("\n");
    draw();
  });
  sheet.addEventListener("pointercancel", () => { start = null; draw(); });
  field.addEventListener("input", draw);
  undo.addEventListener("click", () => {
    field.value = lines().slice(0, -1).join("\n");
    draw();
  });

  // With arrows from square to square: ten beside each other.
  const squares = [...grid.querySelectorAll("input")], steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 };
  grid.addEventListener("keydown", (event) => {
    const next = squares[squares.indexOf(event.target) + steps[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  draw();
}
