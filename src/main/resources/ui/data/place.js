// The place of data: the sources at the side, the chosen one beside them.
import "./source-page.js";
import { announce } from "../core/announce.js";
import { registerCommands } from "../core/commands.js";
import { html, nothing, repeat } from "../core/html.js";
import { icon } from "../core/icons.js";
import { ago, language, number, t } from "../core/i18n.js";
import { openMenu } from "../core/menu.js";
import { navigate, route } from "../core/router.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { openConnect } from "./connect.js";
import { deleteSource, loadSources, nameOf, shownSources, sources, uploadCsv, uploadSample } from "./sources.js";

const TYPES = { csv: "table", postgresql: "data", mysql: "data", sqlite: "data" };

class DataPlace extends View {
  #open = false;
  #over = false;

  mounted() {
    this.watch(sources);
    this.watch(language);
    this.watch(route, () => { this.#open = false; });
    this.onLeave(registerCommands(() => this.#commands()));
    this.listen(this, "dragover", event => this.#dragged(event));
    this.listen(this, "dragleave", event => this.contains(event.relatedTarget) || this.#setOver(false));
    this.listen(this, "drop", event => this.#dropped(event));
    this.listen(document, "paste", event => this.#pasted(event));
    this.listen(this, "keydown", event => event.key === "Escape" && this.#open && this.#toggle());
    loadSources();
  }

  #commands() {
    return [
      { id: "data-upload", label: t("data.upload"), icon: "upload", run: () => this.#choose() },
      { id: "data-connect", label: t("data.connect"), icon: "data", run: () => this.#connect() },
      { id: "data-sample", label: t("data.sample"), icon: "spark", run: () => this.#sample() },
      ...shownSources().map(source => ({
        id: `data-${source.id}`, label: nameOf(source), hint: t(`data.type.${source.type}`), icon: TYPES[source.type], run: () => navigate(`/data/${source.id}`),
      })),
    ];
  }

  #setOver(over) {
    if (over === this.#over) return;
    this.#over = over;
    this.update();
  }

  #dragged(event) {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    this.#setOver(true);
  }

  #dropped(event) {
    this.#setOver(false);
    if (event.dataTransfer.files.length) this.#take([...event.dataTransfer.files], event);
  }

  /** Files, or cells from a spreadsheet. */
  #pasted(event) {
    const { files } = event.clipboardData;
    if (files.length) return this.#take([...files], event);
    const text = event.clipboardData.getData("text/plain");
    const typing = event.target.closest?.("input, textarea");
    if (typing || !/^[^\n]*\t[^\n]*\r?\n[^\n]*\t/.test(text)) return undefined;
    return this.#take([new File([text], "pasted.csv", { type: "text/csv" })], event);
  }

  async #take(files, event) {
    if (!files.length) return;
    event?.preventDefault();
    const answers = await Promise.all(files.map(file => uploadCsv(file)));
    const last = answers.findLast(answer => answer);
    if (!last) return;
    announce(t("data.uploaded", { name: last.originalName, count: last.row_count }));
    navigate(`/data/${last.data_source_id}`);
  }

  #choose() {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = ".csv,.tsv,.txt,text/csv,text/tab-separated-values";
    input.addEventListener("change", () => this.#take([...input.files]));
    input.click();
  }

  async #sample() {
    try {
      const answer = await uploadSample();
      if (answer) navigate(`/data/${answer.data_source_id}`);
    } catch (problem) {
      toastProblem(problem);
    }
  }

  async #connect() {
    const source = await openConnect();
    if (source) navigate(`/data/${source.id}`);
  }

  #delete(source) {
    deleteSource(source);
    if (Number(route.value.id) === source.id) navigate("/data", { replace: true });
  }

  #toggle() {
    this.#open = !this.#open;
    this.update().then(() => {
      if (this.#open) this.querySelector("aside a, aside button")?.focus();
    });
  }

  template() {
    const { list } = sources.value;
    const id = route.value.id === null ? null : Number(route.value.id);
    const chosen = shownSources().find(source => source.id === id);
    return html`
      <div class="sided ${this.#over ? "over" : ""}" ?open=${this.#open}>
        <aside aria-label=${t("data.sources")}>
          <header>
            <h1>${t("place.data")}</h1>
            <button type="button" class="icon" aria-label=${t("data.add")} title=${t("data.add")} aria-haspopup="menu" @click=${event => openMenu(event.currentTarget, [
              { label: t("data.upload"), icon: "upload", run: () => this.#choose() },
              { label: t("data.connect"), icon: "data", run: () => this.#connect() },
              { label: t("data.sample"), icon: "spark", run: () => this.#sample() },
            ])}>${icon("plus")}</button>
          </header>
          <nav class="source-list" aria-label=${t("data.sources")}>
            ${repeat(shownSources(), source => source.id, source => this.#entry(source, source.id === id))}
            ${list?.length === 0 ? html`<p class="field-note side-note">${t("data.no-sources")}</p>` : nothing}
          </nav>
        </aside>
        ${this.#open ? html`<button type="button" class="side-veil" aria-label=${t("close")} @click=${() => this.#toggle()}></button>` : nothing}
        <main>
          <button type="button" class="quiet small side-opener" aria-expanded=${String(this.#open)} @click=${() => this.#toggle()}>${icon("menu")} ${t("data.sources")}</button>
          <div class="uploads">${this.#uploads()}</div>
          ${id !== null ? this.#page(chosen, id) : list === null ? nothing : this.#start(list.length > 0)}
        </main>
        ${this.#over ? html`<div class="drop-veil">${icon("upload")}<p>${t("data.drop-here")}</p></div>` : nothing}
      </div>`;
  }

  #entry(source, current) {
    return html`
      <div class="source-entry ${current ? "current" : ""}">
        <a href="/data/${source.id}" aria-current=${current ? "page" : nothing}>
          ${icon(TYPES[source.type] ?? "data")}
          <span><b>${nameOf(source)}</b><small>${t(`data.type.${source.type}`)} · ${ago(source.createdAt)}</small></span>
          ${source.reachable ? nothing : html`<span class="chip bad" title=${source.reason ?? ""}>${t("data.unreachable")}</span>`}
        </a>
        <button type="button" class="icon small" aria-label=${t("data.more-of", { name: nameOf(source) })} aria-haspopup="menu"
                @click=${event => openMenu(event.currentTarget, [
                  { label: t("delete"), icon: "trash", danger: true, run: () => this.#delete(source) },
                ])}>${icon("more")}</button>
      </div>`;
  }

  #uploads() {
    return sources.value.uploading.map(one => html`
      <div class="upload ${one.problem ? "refused" : ""}" role=${one.problem ? "alert" : "status"}>
        <div class="row"><b class="grow">${one.name}</b>
          <button type="button" class="icon small" aria-label=${one.problem ? t("close") : t("cancel")} @click=${one.cancel}>${icon("close")}</button></div>
        ${one.problem ? html`<p>${one.problem}</p>` : html`
          <progress max="1" .value=${one.share} aria-label=${t("data.uploading", { name: one.name })}></progress>
          <small>${one.share < 1 ? number(one.share, { style: "percent" }) : t("data.reading")}</small>`}
      </div>`);
  }

  #page(source, id) {
    if (source) return html`<source-page .source=${source} @gone=${() => this.#delete(source)}></source-page>`;
    if (sources.value.list === null) return nothing;
    return html`<div class="empty">${icon("data")}<h2>${t("data.not-there", { id })}</h2><a class="button" href="/data">${t("data.all")}</a></div>`;
  }

  #start(several) {
    const { problem } = sources.value;
    return html`
      <div class="data-start">
        ${problem ? html`<p class="note bad" role="alert">${icon("warning")} <span>${problem}</span></p>` : nothing}
        <h1>${t(several ? "data.start-more" : "data.start")}</h1>
        <p>${t("data.start-how")}</p>
        <button type="button" class="drop-zone" @click=${() => this.#choose()}>
          ${icon("upload")}<b>${t("data.drop")}</b><span>${t("data.drop-or")}</span>
        </button>
        <div class="start-ways">
          <button type="button" @click=${() => this.#sample()}>${icon("spark")} ${t("data.sample")}</button>
          <button type="button" @click=${() => this.#connect()}>${icon("data")} ${t("data.connect")}</button>
        </div>
        <p class="field-note">${t("data.start-note")}</p>
      </div>`;
  }
}

customElements.define("data-place", DataPlace);
