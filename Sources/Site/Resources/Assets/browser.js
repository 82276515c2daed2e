// Switches notices in this browser on and off. Without it the page says what is needed, and everything else works.
const root = document.getElementById("browser"), form = root.querySelector("[data-when=off]"), scope = "/assets/";
const key = root.dataset.key;

/** Shows one part, or several, of what the page can say; with the word of one that is to be read out at once. */
function show(names, focus) {
  for (const part of root.querySelectorAll("[data-when]")) part.hidden = !names.includes(part.dataset.when);
  if (focus) root.querySelector(`[data-when=${focus}]`).focus();
}

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const parts = (subscription) =>
  ({ endpoint: subscription.endpoint, key: text(subscription.getKey("p256dh")), secret: text(subscription.getKey("auth")) });

function fill(subscription) {
  for (const [name, value] of Object.entries(parts(subscription))) {
    for (const field of root.querySelectorAll(`input[name=${name}]`)) field.value = value;
  }
}

/** Whether the server still knows this browser; when it cannot be asked, what the browser says is believed. */
async function isKnown(subscription) {
  const { endpoint, secret } = parts(subscription);
  try {
    return (await fetch(root.dataset.state, { method: "POST", body: new URLSearchParams({ endpoint, secret }) })).status !== 404;
  } catch {
    return true;
  }
}

/** The subscription that this browser has with this server, if any. One that is of no use any more is ended. */
async function current() {
  const registration = await navigator.serviceWorker.getRegistration(scope), subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return null;
  const bound = subscription.options?.applicationServerKey;
  if ((!bound || text(bound) === key) && await isKnown(subscription)) return subscription;
  await subscription.unsubscribe();
  return null;
}

/** The worker that shows notices, once it is ready. */
async function worker() {
  const registration = await navigator.serviceWorker.register(root.dataset.worker, { scope, updateViaCache: "none" });
  const coming = registration.installing || registration.waiting;
  if (!registration.active && coming) {
    await new Promise((ready, failed) => coming.addEventListener("statechange", () => {
      if (coming.state === "activated") ready();
      if (coming.state === "redundant") failed(new Error("redundant"));
    }));
  }
  return registration;
}

async function switchOn(event) {
  event.preventDefault();
  const button = form.querySelector("button[type=submit]"), working = form.querySelector("[data-working]");
  button.disabled = true;
  working.hidden = false;
  try {
    if (await Notification.requestPermission() !== "granted") return show(["blocked", "off"], "blocked");
    const registration = await worker();
    fill(await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) }));
    form.submit();
  } catch {
    show(["failed", "off"], "failed");
  } finally {
    button.disabled = false;
    working.hidden = true;
  }
}

async function switchOff(event) {
  event.preventDefault();
  try {
    await (await current())?.unsubscribe();
  } finally {
    event.target.submit();
  }
}

async function begin() {
  if (!window.isSecureContext || !navigator.serviceWorker || !window.PushManager || !window.Notification) return show(["unable"]);
  form.addEventListener("submit", switchOn);
  root.querySelector("[data-end]").addEventListener("submit", switchOff);
  const subscription = await current().catch(() => null);
  if (subscription) fill(subscription);
  show(subscription ? ["on"] : Notification.permission === "denied" ? ["blocked", "off"] : ["off"]);
}

begin();
