// Keeps a case in this browser for reading without a connection, once somebody clicks; and lets go of what was taken down. Nobody is told.
(() => {
  "use strict";  // and names of its own: the page for writing has another script
  const prefix = "amparo-offline ", most = 60, mostBytes = 12e6;

  const day = (moment) => new Intl.DateTimeFormat(document.documentElement.lang.replace(/^en$/, "en-GB"), { dateStyle: "long" }).format(moment);
  /** Asked for as by anybody: no cookie goes along, so nothing of one person's comes back. */
  const get = (address) => fetch(address, { credentials: "omit", cache: "no-store" });

  /** What the page is made of and offers to take away, and the same of the page for writing. */
  async function parts(path) {
    const found = new Set();
    for (const page of [path, `${path}/write`]) {
      const answer = await get(page);
      if (!answer.ok || answer.redirected) throw new Error(page);
      found.add(page);
      const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
      const add = (name, query) => shown.querySelectorAll(query).forEach((one) => found.add(one.getAttribute(name)));
      add("href", "link[rel=stylesheet], link[rel=icon], a[href^='/documents/'][href$='.txt'], a[href^='/documents/'][href$='.docx'], a[href^='/documents/'][href$='.pdf']");
      add("src", "script[src], img[src^='/']");
      add("href", `a[href^='${path}/write?']`);
    }
    return [...found].slice(0, most);
  }

  async function keep(root, path) {
    const name = prefix + path, cache = await caches.open(name);
    let bytes = 0;
    try {
      for (const address of await parts(path)) {
        const answer = await get(address);
        if (!answer.ok || answer.redirected) continue;
        const body = await answer.arrayBuffer();
        if ((bytes += body.byteLength) > mostBytes) break;
        await cache.put(address, new Response(body, { headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" } }));
      }
      const note = JSON.stringify({ at: Date.now(), until: root.dataset.until });
      await cache.put("/offline", new Response(note, { headers: { "Content-Type": "application/json" } }));
      await navigator.serviceWorker.register(root.dataset.worker, { scope: path, updateViaCache: "none" });
    } catch (failure) {
      await forget(path);
      throw failure;
    }
  }

  async function forget(path) {
    await caches.delete(prefix + path);
    const worker = await navigator.serviceWorker.getRegistration(path);
    if (worker && new URL(worker.scope).pathname === path) await worker.unregister();
  }

  async function kept(path) {
    if (!await caches.has(prefix + path)) return null;
    return (await (await caches.open(prefix + path)).match("/offline"))?.json() ?? null;
  }

  /** Whether that last day is over wherever on earth the section's clock may be; as worker.js says it. */
  function isOver(until) {
    return Date.now() >= Date.parse(until) + 36 * 3_600_000;
  }

  /** Copies of other cases are looked after too: those that were taken down, or whose day is over, go. */
  async function tidy() {
    for (const name of await caches.keys()) {
      if (!name.startsWith(prefix)) continue;
      const path = name.slice(prefix.length), note = await kept(path);
      if (!note || isOver(note.until) || (await get(path)).status === 410) await forget(path);
    }
  }

  async function show(root, path) {
    const note = await kept(path);
    for (const one of root.querySelectorAll("[data-offline-on]")) one.hidden = !note;
    for (const one of root.querySelectorAll("[data-offline-off]")) one.hidden = Boolean(note);
    const line = root.querySelector("[data-words]");
    if (note) line.textContent = line.dataset.words.replace("@day@", day(note.at));
    root.hidden = false;
  }

  async function begin(root) {
    const path = root.dataset.offline, failed = root.querySelector("[data-offline-failed]");
    const act = async (what, next) => {
      failed.hidden = true;
      try { await what(); } catch { failed.hidden = false; }
      await show(root, path);
      root.querySelector(next).focus();
    };
    root.querySelector("[data-offline-keep]").addEventListener("click", () => act(() => keep(root, path), "[data-offline-forget]"));
    root.querySelector("[data-offline-forget]").addEventListener("click", () => act(() => forget(path), "[data-offline-keep]"));
    if (navigator.onLine) await tidy().catch(() => {});
    await show(root, path);
  }

  if (window.isSecureContext && navigator.serviceWorker && window.caches) {
    for (const root of document.querySelectorAll("[data-offline]")) begin(root).catch(() => {});
  }
})();
