// Passkeys: asks the server for a challenge, the device for the answer, and hands it in. Buttons without this script stay hidden.
(() => {
  const post = (address, body) => fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const run = async (button) => {
    const says = document.getElementById(button.dataset.passkeySays);
    const adding = button.dataset.passkey === "add";
    const address = adding ? "/staff/account/passkeys" : "/staff/sign-in/passkey";
    try {
      says.textContent = "";
      const { challenge, options } = await (await post(address + "/options", {})).json();
      const credential = adding
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      const name = document.getElementById("passkey-name")?.value ?? "";
      const answer = await post(address, { challenge, credential: credential.toJSON(), name });
      if (!answer.ok) { says.textContent = await answer.text(); return; }
      location.assign(adding ? "/staff/account" : button.dataset.passkeyTo || "/staff");
    } catch {
      says.textContent = adding ? "No passkey was made. The device refused, or you cancelled." : "No passkey was used. The device has none for this site, or you cancelled.";
    }
  };
  const ready = () => {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    for (const part of document.querySelectorAll("[data-passkey-part]")) part.hidden = false;
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-passkey]");
    if (button) run(button);
  });
  ready();
  window.Blazor?.addEventListener?.("enhancedload", ready);
})();
