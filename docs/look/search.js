// Narrows the list of headings by the words that were typed, and shows where they stand. Without it the list is whole.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const field = document.getElementById("q");
const list = document.querySelector(".found");
const told = document.getElementById("found");
const all = [...list.children];
const folded = pages.map(([place, title, heading, text]) => ({ place, title, heading, text, name: fold(`${title} ${heading}`), words: fold(text) }));

function piece(text, words) {
  const low = fold(text);
  const at = Math.max(0, Math.min(...words.map((word) => low.indexOf(word)).filter((found) => found >= 0), low.length) - 60);
  return (at > 0 ? "… " : "") + text.slice(at, at + 180) + (at + 180 < text.length ? " …" : "");
}

function entry({ place, title, heading, text, words }, wanted) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = place;
  link.textContent = heading || title;
  item.append(link);
  if (heading) item.append(" ", Object.assign(document.createElement("span"), { textContent: title }));
  if (wanted.some((word) => words.includes(word))) item.append(Object.assign(document.createElement("p"), { textContent: piece(text, wanted) }));
  return item;
}

function find() {
  const wanted = fold(field.value).split(/\s+/).filter(Boolean);
  if (!wanted.length) {
    told.textContent = "All headings, by the alphabet.";
    return list.replaceChildren(...all);
  }
  const hits = folded
    .filter((page) => wanted.every((word) => page.name.includes(word) || page.words.includes(word)))
    .map((page) => ({ page, worth: wanted.filter((word) => page.name.includes(word)).length }))
    .sort((one, other) => other.worth - one.worth);
  told.textContent = hits.length === 1 ? "1 place" : `${hits.length} places`;
  list.replaceChildren(...hits.slice(0, 100).map(({ page }) => entry(page, wanted)));
}

field.value = new URLSearchParams(location.search).get("q") ?? "";
field.addEventListener("input", find);
find();
