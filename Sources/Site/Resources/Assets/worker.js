// Shows notices and opens what they lead to, asking for nothing when one comes. Below the address of a case that somebody keeps for offline it
// also hands out the copy while there is no connection, and lets go of it when the case was taken down or its last day has passed. It keeps
// nothing by itself, and stands between no other page and its server.
self.addEventListener("push", (event) => {
  const notice = event.data ? event.data.json() : {};
  event.waitUntil(self.registration.showNotification(notice.title || self.location.host, {
    body: notice.body, tag: notice.tag, lang: notice.lang, dir: notice.dir, data: { url: notice.url, stop: notice.stop },
    actions: notice.stop ? [{ action: "stop", title: notice.stopLabel }] : [],
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { url, stop } = event.notification.data || {}, address = event.action === "stop" ? stop : url;
  if (address) event.waitUntil(self.clients.openWindow(address));
});

const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

// The push service gives another address: the server is told, by what both knew of the one before.
self.addEventListener("pushsubscriptionchange", (event) => {
  const old = event.oldSubscription, language = new URL(self.location).searchParams.get("language");
  if (!old || !language) return;
  event.waitUntil((async () => {
    const fresh = event.newSubscription || await self.registration.pushManager.subscribe(old.options);
    const body = new URLSearchParams({
      old_endpoint: old.endpoint, old_secret: text(old.getKey("auth")), endpoint: fresh.endpoint, key: text(fresh.getKey("p256dh")),
      secret: text(fresh.getKey("auth")),
    });
    await fetch(`/${language}/alerts/browser/renewal`, { method: "POST", body });
  })());
});

const scope = new URL(self.registration.scope).pathname, store = `amparo-offline ${scope}`;

async function copy() {
  if (!await caches.has(store)) return null;
  const cache = await caches.open(store), note = await cache.match("/offline");
  return note ? { cache, ...await note.json() } : null;
}

async function forget() {
  await caches.delete(store);
  await self.registration.unregister();
}

/** Whether that last day is over wherever on earth the section's clock may be. */
function isOver(until) {
  return Date.now() >= Date.parse(until) + 36 * 3_600_000;
}

/** What came from the server tells whether the copy may stay: 410 is a case that was taken down, and a page that offers no copy wants no letters. */
async function judge(answer, path) {
  const kept = await copy();
  if (!kept) return;
  if (answer.status === 410 || isOver(kept.until)) return forget();
  if (!answer.ok || path !== scope) return;
  const until = /data-until="([0-9-]+)"/.exec(await answer.text())?.[1];
  if (!until) return forget();
  if (until !== kept.until) await kept.cache.put("/offline", new Response(JSON.stringify({ at: kept.at, until })));
}

/** The page with the line that says of which day the copy is. */
async function noted(page, at) {
  const text = await page.text(), language = /<html lang="([A-Za-z-]+)"/.exec(text)?.[1] ?? "en";
  const day = new Intl.DateTimeFormat(language.replace(/^en$/, "en-GB"), { dateStyle: "long" }).format(at);
  const said = text.replace(/(<p class="remark" data-offline-note) hidden>(<span class="wrap">[^<]*)@day@/, (_, start, words) => `${start}>${words}${day}`);
  const policy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  return new Response(said, { headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy } });
}

async function answered(event) {
  const isPage = event.request.mode === "navigate";
  try {
    const answer = await fetch(event.request);
    if (isPage) event.waitUntil(judge(answer.clone(), new URL(event.request.url).pathname).catch(() => {}));
    return answer;
  } catch (failure) {
    const kept = await copy(), found = await kept?.cache.match(event.request.url, { ignoreVary: true });
    if (!found) throw failure;
    if (isOver(kept.until)) {
      event.waitUntil(forget());
      throw failure;  // whoever reads it now would write too late
    }
    return isPage ? noted(found, kept.at) : found;
  }
}

if (scope !== "/assets/") {
  self.addEventListener("fetch", (event) => {
    const address = new URL(event.request.url);
    if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
    event.respondWith(answered(event));
  });
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
}
