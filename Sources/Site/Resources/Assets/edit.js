// Saves a form of the editor while somebody types, and keeps what is typed in this tab until it is saved. Without it the button saves.
const form = document.querySelector("form[data-edit]");
if (form && !form.querySelector("fieldset.edit-all").disabled) {
  const note = form.querySelector("[data-edit-note]"), offer = form.querySelector("[data-edit-offer]");
  const since = form.elements.since, place = "amparo-edit " + location.pathname;
  let timer = null, isSaving = false, isStopped = false, last = state();

  function state() {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete("since");
    return fields.toString();
  }
  function tell(words) { note.textContent = words; }
  function store(action) { try { return action(sessionStorage); } catch { return null; } }

  const kept = store((shelf) => JSON.parse(shelf.getItem(place)));
  // sent by the button, and the server has gone on since: it arrived
  const hasArrived = kept && kept.isSent && Number(since.value) > Number(kept.since);
  if (kept && (hasArrived || kept.state === last)) {
    store((shelf) => shelf.removeItem(place));
  } else if (kept) {
    offer.hidden = false;
    form.prepend(offer);
    offer.querySelector("[data-edit-take]").addEventListener("click", () => {
      put(new URLSearchParams(kept.state));
      since.value = kept.since;
      offer.hidden = true;
      wait();
    });
    offer.querySelector("[data-edit-drop]").addEventListener("click", () => {
      store((shelf) => shelf.removeItem(place));
      offer.hidden = true;
    });
  }

  function put(fields) {
    for (const box of form.elements) {
      if (!box.name || box.name === "since" || box.type === "submit") continue;
      if (box.type === "checkbox" || box.type === "radio") box.checked = fields.getAll(box.name).includes(box.value);
      else if (fields.has(box.name)) box.value = fields.get(box.name);
    }
  }

  function wait() {
    if (isStopped) return;
    store((shelf) => shelf.setItem(place, JSON.stringify({ state: state(), since: since.value })));
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  }

  async function save() {
    const sent = state();
    if (isSaving || isStopped || sent === last) return;
    isSaving = true;
    try {
      const body = new URLSearchParams(sent);
      body.set("since", since.value);
      const answer = await fetch(form.action, { method: "POST", headers: { accept: "application/json" }, body });
      const said = await answer.json().catch(() => ({}));
      if (answer.ok) taken(sent, said);
      else if (answer.status === 401) tell(form.dataset.signedOut);
      else if (answer.status === 409) { isStopped = true; tell(said.title || form.dataset.stale); }
      else tell(Object.entries(said).filter(([name]) => !["type", "title", "status"].includes(name)).map(([, words]) => words).join(" ") || said.title || form.dataset.offline);
    } catch {
      tell(form.dataset.offline);
    } finally {
      isSaving = false;
    }
    if (state() !== sent) wait();
  }

  // What others wrote meanwhile comes into its boxes, but never into one where somebody types.
  function taken(sent, said) {
    const before = new URLSearchParams(sent);
    let isStale = said.stale === 1;
    for (const [name, words] of Object.entries(said)) {
      if (!name.startsWith("field.")) continue;
      const box = form.elements[name.slice(6)];
      if (!box || box.value === words) continue;
      const typed = before.get(box.name) ?? "";
      if (typed.trim().replaceAll("\r\n", "\n") === words) continue;
      if (box === document.activeElement || box.value.replaceAll("\r\n", "\n") !== typed.replaceAll("\r\n", "\n")) isStale = true;
      else box.value = words;
    }
    if (isStale) { isStopped = true; return tell(form.dataset.stale); }
    since.value = said.since;
    last = sent;
    if (state() === sent) { last = state(); store((shelf) => shelf.removeItem(place)); }
    tell(said.note);
  }

  form.addEventListener("input", wait);
  form.addEventListener("change", wait);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    isStopped = true;
    store((shelf) => shelf.setItem(place, JSON.stringify({ state: state(), since: since.value, isSent: true })));
  });
}
