// Asks an authenticator (WebAuthn) and sends what it says with the form around the button. Without this script the form stays hidden.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
const text = buffer => btoa(Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join(""))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const keys = list => list.map(id => ({ type: "public-key", id: bytes(id) }));

async function created(options) {
  const made = await navigator.credentials.create({ publicKey: {
    challenge: bytes(options.challenge),
    rp: { id: options.host, name: options.siteName },
    user: { id: new TextEncoder().encode(options.owner), name: options.login, displayName: options.name },
    pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -8 }],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
    excludeCredentials: keys(options.known),
    timeout: 300000,
  } });
  return { client: made.response.clientDataJSON, attestation: made.response.attestationObject };
}

async function signed(options) {
  const got = await navigator.credentials.get({ publicKey: {
    challenge: bytes(options.challenge), rpId: options.host, userVerification: "required", allowCredentials: keys(options.known), timeout: 300000,
  } });
  const said = got.response;
  return {
    credential: got.rawId, client: said.clientDataJSON, statement: said.authenticatorData, signature: said.signature,
    owner: said.userHandle || new ArrayBuffer(0),
  };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const word = form.querySelector("[role=status]"), button = form.querySelector("button");
  form.hidden = false;
  if (!window.PublicKeyCredential) {
    button.hidden = true;
    word.textContent = form.dataset.unknown;
    continue;
  }
  form.addEventListener("submit", async event => {
    event.preventDefault();
    button.disabled = true;
    word.textContent = "";
    try {
      const answer = await fetch(form.dataset.challenge, { method: "POST", headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const options = await answer.json();
      if (options.next) return location.assign(options.next);
      const said = await (form.dataset.passkey === "add" ? created : signed)(options);
      for (const name in said) form.elements[name].value = text(said[name]);
      form.submit();
    } catch {
      word.textContent = form.dataset.failed;
      button.disabled = false;
    }
  });
}
