// Shows notices and opens what they lead to. It keeps nothing, asks for nothing when one comes, and stands between no page and its server.
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
