// Keeps a letter that was begun, in this browser alone and only for whoever ticks the box. Nothing of it is sent anywhere.
const prefix = "amparo-draft ", keptDays = 60, day = 86400000;

/** What is kept, by its key: "amparo-draft 119-21 en". What is old, or no draft, is let go. Throws where a browser keeps nothing. */
function kept() {
  const drafts = new Map();
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith(prefix))) {
    let draft = null;
    try { draft = JSON.parse(localStorage.getItem(key)); } catch { /* not ours */ }
    const [slug, language] = key.slice(prefix.length).split(" ");
    const isFit = typeof draft?.words === "string" && /^[a-z0-9-]+$/.test(slug) && /^[A-Za-z-]+$/.test(language ?? "");
    if (isFit && Date.now() - draft.at < keptDays * day) drafts.set(key, { slug, language, ...draft });
    else localStorage.removeItem(key);
  }
  return drafts;
}

const nameOf = (language) => new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(language);

/** A way back to a draft: the write page of its case, in its language. */
function wayBack(draft, start) {
  const link = document.createElement("a");
  link.href = `${start}${draft.slug}/write?language=${draft.language}`;
  link.textContent = `${draft.title} (${nameOf(draft.language)})`;
  return link;
}

/** The write page: a tick that keeps, and a button that forgets. */
function onWritePage(root) {
  const field = document.getElementById("words"), tick = root.querySelector("[data-draft-keep]"), found = root.querySelector("[data-draft-found]");
  const { draft: slug, language, title } = root.dataset, key = `${prefix}${slug} ${language}`;
  const isNew = location.pathname.endsWith("/write");  // what was sent and comes back is newer than what is kept
  const drafts = kept(), own = drafts.get(key);
  const keep = () => localStorage.setItem(key, JSON.stringify({ words: field.value, title, at: Date.now() }));
  const show = () => { found.hidden = !localStorage.getItem(key); };
  root.hidden = false;
  tick.checked = Boolean(own);
  if (own && isNew) field.value = own.words;
  if (own && !isNew) keep();
  show();
  field.addEventListener("input", () => { if (tick.checked) { keep(); show(); } });
  tick.addEventListener("change", () => {
    if (tick.checked) keep(); else localStorage.removeItem(key);
    show();
  });
  root.querySelector("[data-draft-clear]").addEventListener("click", () => {
    localStorage.removeItem(key);
    tick.checked = false;
    field.value = field.defaultValue;
    show();
    field.focus();
  });
  const others = root.querySelector("[data-draft-others]");
  for (const draft of drafts.values()) {
    if (draft.slug !== slug || draft.language === language) continue;
    others.append(" ", wayBack(draft, root.dataset.start));
    others.hidden = false;
  }
}

/** My urgent actions: the list, and a button that forgets all. */
function onMyPage(root) {
  const list = root.querySelector("[data-draft-list]"), drafts = kept();
  for (const draft of drafts.values()) {
    const line = document.createElement("li");
    line.append(wayBack(draft, root.dataset.start));
    list.append(line);
  }
  root.hidden = drafts.size === 0;
  root.querySelector("[data-draft-clear-all]").addEventListener("click", () => {
    for (const key of kept().keys()) localStorage.removeItem(key);
    root.hidden = true;
  });
}

try {
  for (const root of document.querySelectorAll("[data-draft]")) onWritePage(root);
  for (const root of document.querySelectorAll("[data-drafts]")) onMyPage(root);
} catch (failure) {
  if (!(failure instanceof DOMException)) throw failure;  // this browser keeps nothing: then nothing is offered
}
