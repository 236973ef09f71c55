// Keeps typed text from being lost on the way: warns who leaves a form that was not sent, and holds one back while nobody is signed in.
// Nothing is kept in the browser: what could not be sent stays in the fields.

const main = document.querySelector("main[data-signed-out]");
const typing = "textarea, input[type=text], input[type=email], input[type=url], input:not([type])";

class TypedForm {
  constructor(form) {
    this.form = form;
    // After a refusal the page shows what was typed, and it is still not saved.
    this.sent = main.querySelector(".error-summary") ? "" : this.values();
  }

  values() {
    return JSON.stringify([...this.form.querySelectorAll(typing)].map(field => field.value));
  }

  get isUnsaved() {
    return !this.leaving && !this.savesItself && this.values() !== this.sent;
  }

  get savesItself() {
    return "autosave" in this.form.dataset;
  }

  // A sent form of somebody who is signed out would come back empty after signing in.
  async hold(submitter) {
    if (this.asking) {
      return;
    }

    this.asking = true;
    const refusal = await fetch("/account", { method: "HEAD", credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(20000) }).then(
      answer => answer.type === "opaqueredirect" || answer.status === 401 ? main.dataset.signedOut : answer.status >= 500 ? main.dataset.away : null,
      () => main.dataset.away);
    this.asking = false;
    this.tell(refusal, submitter);
    if (refusal === null) {
      this.mayGo = true;
      this.form.requestSubmit(submitter);
    }
  }

  tell(refusal, submitter) {
    this.message?.remove();
    if (refusal !== null) {
      this.message = document.createElement("p");
      this.message.className = "utrecht-form-field-error-message";
      this.message.setAttribute("role", "alert");
      (submitter?.closest(".utrecht-button-group") ?? submitter ?? this.form.lastElementChild).before(this.message);
      this.message.textContent = refusal;
    }
  }
}

const forms = main === null ? [] : [...main.querySelectorAll("form[method=post]:not([data-passkey])")].filter(form => form.querySelector(typing)).map(form => new TypedForm(form));
for (const typed of forms) {
  // Before every other script: one that goes on after this must see that the form stays.
  typed.form.addEventListener("submit", event => {
    if (typed.mayGo || (!typed.isUnsaved && !typed.savesItself)) {
      typed.mayGo = false;
      typed.leaving = true;
      return;
    }

    event.preventDefault();
    event.stopImmediatePropagation();
    typed.hold(event.submitter);
  }, { capture: true });
}

addEventListener("beforeunload", event => {
  if (forms.some(typed => typed.isUnsaved)) {
    event.preventDefault();
  }
});

// Back at a page that the browser kept: its forms were sent once, but what is typed now was not.
addEventListener("pageshow", event => {
  if (event.persisted) {
    forms.forEach(typed => { typed.leaving = false; });
  }
});
