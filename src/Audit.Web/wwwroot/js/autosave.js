// Saves answers while somebody types. The buttons of the form do the same without this script.
// Nothing is kept in the browser: what could not be saved stays in the fields, and is tried again.

const pause = 800;
const retries = [1000, 2000, 5000, 10000, 15000];

// How long the server asks to wait, in milliseconds; 0 when it does not say.
const waitOf = response => 1000 * (Number(response.headers.get("Retry-After")) || 0);

class Question {
  constructor(form, card) {
    this.form = form;
    this.card = card;
    this.id = card.dataset.question;
    this.address = `${form.dataset.questionAddress}/${encodeURIComponent(this.id)}?handler=bewaar`;
    this.status = card.querySelector("[data-saved]");
    this.attempt = 0;
    this.notBefore = 0;
    this.sent = this.values();
    card.addEventListener("input", () => this.changed());
    card.addEventListener("change", () => this.changed());
  }

  get fields() {
    return [...this.card.querySelectorAll("input[name], select[name], textarea[name]")];
  }

  get version() {
    return this.card.querySelector(`[name="${this.id}-versie"]`);
  }

  // What the person typed, without the version that travels with it.
  values() {
    return JSON.stringify(this.fields.filter(field => field !== this.version && (field.type !== "radio" || field.checked)).map(field => [field.name, field.value]));
  }

  get isUnsaved() {
    return this.values() !== this.sent;
  }

  get isEmpty() {
    return !this.fields.some(field => field.type === "radio" ? field.checked : field !== this.version && field.value.trim() !== "");
  }

  // Nothing stands here and nothing is stored: there is nothing to save.
  get isBlank() {
    return this.isEmpty && this.version.value === "";
  }

  changed() {
    if (this.held) {
      return;
    }

    clearTimeout(this.timer);
    this.attempt = 0;
    this.timer = setTimeout(() => this.save(), Math.max(pause, this.notBefore - Date.now()));
  }

  async save() {
    clearTimeout(this.timer);
    if (this.busy || this.held || !this.isUnsaved || this.isBlank) {
      return;
    }

    this.busy = true;
    const values = this.values();
    this.say(this.form.dataset.busy, "busy");
    try {
      await this.answer(await this.send(), values);
    } catch {
      this.later(this.form.dataset.lost, "lost");
    } finally {
      this.busy = false;
    }

    if (this.isUnsaved && this.attempt === 0 && !this.held && this.state === "saved") {
      this.changed();
    }
  }

  send() {
    const body = new URLSearchParams();
    for (const field of this.fields) {
      if (field.type !== "radio" || field.checked) {
        body.append(field.name, field.value);
      }
    }

    body.append("__RequestVerificationToken", this.form.querySelector("[name=__RequestVerificationToken]").value);
    return fetch(this.address, { method: "POST", body, credentials: "same-origin", redirect: "manual", headers: { Accept: "application/json" }, signal: AbortSignal.timeout(20000) });
  }

  async answer(response, values) {
    if (response.type === "opaqueredirect" || response.status === 401) {
      this.later(this.form.dataset.signedOut, "lost");
      return;
    }

    if (response.status === 503) {
      const why = await response.json().then(told => told.melding, () => "");
      this.later(`${this.form.dataset.failed} ${why ?? ""}`.trim(), "lost", waitOf(response));
      return;
    }

    if (response.status === 429) {
      this.later(this.form.dataset.failed, "lost", waitOf(response));
      return;
    }

    if (response.status >= 500 || response.status === 400) {
      this.later(this.form.dataset.failed, "lost");
      return;
    }

    const told = response.status === 404 ? { melding: this.form.dataset.failed } : await response.json();
    if (response.ok) {
      this.version.value = told.versie ?? "";
      this.sent = values;
      this.attempt = 0;
      this.say(told.melding, "saved");
    } else if (response.status === 409) {
      this.say(told.melding, "wrong");
      this.choose(told);
    } else {
      this.say(told.melding, "wrong");
    }
  }

  later(message, state, least = 0) {
    this.say(message, state);
    const wait = Math.max(least, retries[Math.min(this.attempt++, retries.length - 1)]);
    this.notBefore = Date.now() + least;
    this.timer = setTimeout(() => this.save(), wait);
  }

  say(message, state) {
    this.state = state;
    this.status.textContent = message;
    this.status.dataset.saved = state;
  }

  // Both answers beside each other; nothing is saved until the person chose.
  choose(theirs) {
    this.held = true;
    this.card.querySelector(".question__theirs")?.remove();
    const box = document.createElement("div");
    box.className = "question__theirs utrecht-alert utrecht-alert--warning";
    const title = document.createElement("p");
    title.className = "alert__title";
    title.textContent = theirs.titel;
    const content = document.createElement("div");
    content.className = "utrecht-alert__content";
    content.append(title, ...theirs.regels.map(line => {
      const text = document.createElement("p");
      text.className = "utrecht-paragraph as-typed";
      text.textContent = line;
      return text;
    }));
    const buttons = document.createElement("div");
    buttons.className = "utrecht-button-group";
    buttons.append(
      this.button(this.form.dataset.mine, box, () => {
        this.version.value = theirs.versie;
        this.save();
      }),
      this.button(this.form.dataset.theirs, box, () => {
        this.version.value = theirs.versie;
        this.take(theirs);
      }));
    content.append(buttons);
    box.append(content);
    this.status.after(box);
  }

  button(text, box, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "utrecht-button utrecht-button--secondary-action";
    button.textContent = text;
    button.addEventListener("click", () => {
      this.held = false;
      box.remove();
      act();
      this.card.querySelector("textarea")?.focus();
    });
    return button;
  }

  take(theirs) {
    for (const field of this.fields) {
      if (field.type === "radio") {
        field.checked = field.value === theirs.waarde;
      } else if (field.name === `${this.id}-bewijs`) {
        field.value = theirs.bewijs ?? "";
      } else if (field.name === `${this.id}-toelichting`) {
        field.value = theirs.toelichting ?? "";
      } else if (field.name === `${this.id}-bron`) {
        field.value = theirs.bron ?? "";
      }
    }

    this.sent = this.values();
    this.say("", "saved");
  }
}

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const questions = [...form.querySelectorAll("[data-question]")].map(card => new Question(form, card));
  let leaving = false;
  form.addEventListener("submit", () => {
    leaving = true;
    questions.forEach(question => clearTimeout(question.timer));
  });
  addEventListener("beforeunload", event => {
    if (!leaving && questions.some(question => question.isUnsaved && !question.isBlank)) {
      event.preventDefault();
    }
  });
  addEventListener("online", () => questions.forEach(question => question.save()));
}
