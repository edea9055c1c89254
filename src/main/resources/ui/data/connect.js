// The form that connects a database.
import { openDialog } from "../core/dialog.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { t } from "../core/i18n.js";
import { View } from "../core/view.js";
import { connectDatabase, testDatabase } from "./sources.js";

const PORTS = { postgresql: 5432, mysql: 3306 };

/** The connection string of the fields, each part encoded: what is typed cannot become another part. */
function connectionString({ type, file, host, port, user, password, database }) {
  if (type === "sqlite") return file.startsWith("sqlite:") ? file : `sqlite:///${file.trim().replace(/^\/+/, "")}`;
  const who = user ? `${encodeURIComponent(user)}${password ? `:${encodeURIComponent(password)}` : ""}@` : "";
  const where = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return `${type}://${who}${where}${port ? `:${port}` : ""}/${encodeURIComponent(database)}`;
}

class ConnectForm extends View {
  #type = "postgresql";
  #whole = false;
  #busy = "";
  #tested = null;
  #problem = "";

  #read() {
    const fields = Object.fromEntries([...new FormData(this.querySelector("form"))].map(([name, value]) => [name, String(value)]));
    const connection = this.#whole ? fields.connection.trim() : connectionString({ ...fields, type: this.#type });
    const name = fields.name.trim() || fields.database || fields.file?.split("/").pop() || this.#type;
    return { name, type: this.#type, connectionString: connection };
  }

  async #try(busy, action) {
    const form = this.querySelector("form");
    if (this.#busy || !form.reportValidity()) return;
    this.#busy = busy;
    this.#problem = "";
    this.#tested = null;
    this.update();
    try {
      await action(this.#read());
    } catch (problem) {
      this.#problem = problem.message;
    }
    this.#busy = "";
    this.update();
  }

  #test() {
    return this.#try("test", async wanted => { this.#tested = await testDatabase(wanted); });
  }

  #connect(event) {
    event.preventDefault();
    return this.#try("connect", async wanted => this.emit("done", await connectDatabase(wanted)));
  }

  template() {
    const spin = name => (this.#busy === name ? html`<span class="spinner"></span>` : nothing);
    const choose = type => {
      this.#type = type;
      this.#tested = null;
      this.update();
    };
    return html`
      <form @submit=${event => this.#connect(event)} autocomplete="off">
        <div class="segments" role="group" aria-label=${t("data.connect.type")}>
          ${["postgresql", "mysql", "sqlite"].map(type => html`
            <button type="button" aria-pressed=${String(this.#type === type)} @click=${() => choose(type)}>${t(`data.type.${type}`)}</button>`)}
        </div>
        <label>${t("data.connect.name")}<input name="name" maxlength="200" placeholder=${t("data.connect.name-example")} autofocus></label>
        ${this.#whole ? html`
          <label>${t("data.connect.string")}<input name="connection" type="password" required placeholder="${this.#type}://…"></label>`
          : this.#type === "sqlite" ? html`
          <label>${t("data.connect.file")}<input name="file" required placeholder="shop.db" spellcheck="false"></label>`
          : html`
          <div class="fields">
            <label class="grow">${t("data.connect.host")}<input name="host" required value="localhost" spellcheck="false"></label>
            <label class="port">${t("data.connect.port")}<input name="port" inputmode="numeric" pattern="[0-9]{1,5}" placeholder=${PORTS[this.#type]}></label>
          </div>
          <label>${t("data.connect.database")}<input name="database" required spellcheck="false"></label>
          <div class="fields">
            <label class="grow">${t("data.connect.user")}<input name="user" autocomplete="off" spellcheck="false"></label>
            <label class="grow">${t("data.connect.password")}<input name="password" type="password" autocomplete="new-password"></label>
          </div>`}
        <button type="button" class="quiet small" @click=${() => { this.#whole = !this.#whole; this.update(); }}>
          ${icon("link")} ${t(this.#whole ? "data.connect.by-fields" : "data.connect.by-string")}</button>
        <p class="field-note">${icon("lock")} ${t("data.connect.safe")}</p>
        <div aria-live="polite">
          ${this.#tested ? html`<p class="note ${this.#tested.reachable ? "" : "bad"}">${icon(this.#tested.reachable ? "check" : "warning")}
            <span>${this.#tested.reachable ? t("data.connect.works", { count: this.#tested.tables.length }) : this.#tested.reason}</span></p>` : nothing}
          ${this.#problem ? html`<p class="note bad">${icon("warning")} <span>${this.#problem}</span></p>` : nothing}
        </div>
        <footer>
          <button type="button" ?disabled=${this.#busy !== ""} @click=${() => this.#test()}>${spin("test")} ${t("data.connect.test")}</button>
          <button class="primary" ?disabled=${this.#busy !== ""}>${spin("connect")} ${t("data.connect.go")}</button>
        </footer>
      </form>`;
  }
}

customElements.define("connect-form", ConnectForm);

/** @returns {Promise<object | undefined>} the source that was made */
export function openConnect() {
  return openDialog({
    title: t("data.connect"),
    body: close => html`<connect-form @done=${event => close(event.detail)}></connect-form>`,
  });
}
