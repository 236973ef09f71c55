// Makes a passkey or signs in with one. Forms that need this script are hidden without it.

const supported = typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

async function ask(form) {
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const response = await fetch(form.dataset.options, { method: "POST", headers: { RequestVerificationToken: token } });
  if (!response.ok) {
    throw new Error(`options: ${response.status}`);
  }

  const options = await response.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

for (const form of supported ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  const message = form.querySelector("[data-passkey-message]");
  form.addEventListener("submit", async event => {
    event.preventDefault();
    message.textContent = "";
    try {
      const credential = await ask(form);
      form.querySelector("[name=passkey]").value = JSON.stringify(credential);
      form.submit();
    } catch {
      message.textContent = form.dataset.failed;
    }
  });
}
