// Where an answer comes from: which model, what it saw and what was left out, passages, the query and its rows.
import { download, get } from "../core/api.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { number, t } from "../core/i18n.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { plainData } from "./message-parts.js";
import { priceOf, secondsOf } from "./foot.js";

class AnswerSources extends View {
  #thread;
  #id = null;
  #receipt = null;
  #problem = null;

  set thread(thread) { this.#thread = thread; }

  set messageId(id) {
    if (id === this.#id) return;
    this.#id = id;
    this.#receipt = null;
    this.#problem = null;
    this.update();
    this.#load(id);
  }

  mounted() {
    this.setAttribute("role", "complementary");
    this.setAttribute("aria-label", t("chat.sources"));
    this.listen(this, "keydown", event => { if (event.key === "Escape") this.emit("leave"); });
  }

  get #message() {
    return this.#thread.state.value.messages.find(message => message.id === this.#id);
  }

  async #load(id) {
    if (this.#message?.turn === false) return;
    try {
      const receipt = await get(`/v1/turns/${id}/receipt`);
      if (id === this.#id) this.#receipt = receipt;
    } catch (problem) {
      this.#problem = problem;
    }
    this.update();
  }

  template() {
    const message = this.#message;
    const receipt = this.#receipt;
    const sources = receipt?.sources ?? message?.sources;
    return html`
      <div class="head"><h2>${t("chat.sources")}</h2>
        <button type="button" class="icon" aria-label=${t("close")} @click=${() => this.emit("leave")}>${icon("close")}</button></div>
      <div class="body">
        ${message?.turn === false ? html`<p class="quietly">${t("chat.sources.copy")}</p>` : nothing}
        ${this.#problem ? html`<p class="quietly">${this.#problem.message}</p>` : nothing}
        ${sources?.length ? this.#passages(sources) : nothing}
        ${message?.data?.sql || message?.data?.rows?.length ? this.#data(message.data) : nothing}
        ${receipt ? this.#receiptOf(receipt) : message?.turn === false || this.#problem ? nothing : html`<p class="quietly">${t("loading")}</p>`}
      </div>`;
  }

  #passages(passages) {
    return html`<section><h3>${t("chat.sources.passages")}</h3><ol class="passages">${passages.map(passage => html`
      <li value=${passage.number}>
        <button type="button" class="quiet small" title=${t("download")} @click=${() => download(`/v1/files/${passage.file_id}/content`, passage.filename).catch(toastProblem)}>
          ${icon("file")}<bdi>${passage.filename}</bdi></button>
        ${passage.page ? html`<span class="chip">${pagesOf(passage)}</span>` : nothing}
        ${passage.whole ? html`<span class="chip">${t("chat.sources.whole")}</span>` : nothing}
        ${passage.headings?.length ? html`<small><bdi>${passage.headings.join(" › ")}</bdi></small>` : nothing}
        ${passage.excerpt ? html`<blockquote dir="auto">${passage.excerpt}</blockquote>` : nothing}</li>`)}</ol></section>`;
  }

  #data(data) {
    return html`<section><h3>${t("chat.sources.data")}</h3>
      ${data.words ? html`<p dir="auto">${data.words}</p>` : nothing}
      ${(data.queries?.length ? data.queries : [data.sql]).filter(Boolean).map(sql => html`<pre class="sql" tabindex="0">${sql}</pre>`)}
      ${plainData({ ...data, chart: null }, 200)}</section>`;
  }

  #receiptOf(receipt) {
    const { usage } = receipt;
    return html`<section><h3>${t("chat.sources.answer")}</h3>
      <dl class="facts-list">
        ${fact(t("chat.sources.model"), receipt.answered_by ?? receipt.asked_model)}
        ${receipt.answered_by && receipt.asked_model && receipt.answered_by !== receipt.asked_model ? fact(t("chat.sources.askedModel"), receipt.asked_model) : nothing}
        ${fact(t("chat.sources.read"), t("chat.tokens", { count: usage.input_tokens }))}
        ${fact(t("chat.sources.written"), t("chat.tokens", { count: usage.output_tokens }))}
        ${usage.cached_tokens ? fact(t("chat.sources.cached"), t("chat.tokens", { count: usage.cached_tokens })) : nothing}
        ${usage.reasoning_tokens ? fact(t("chat.sources.thought"), t("chat.tokens", { count: usage.reasoning_tokens })) : nothing}
        ${usage.exact ? nothing : fact(t("chat.sources.estimated"), usage.reason ?? "")}
        ${usage.nano_dollars === null ? nothing : fact(t("chat.sources.price"), usage.nano_dollars ? priceOf(usage.nano_dollars) : t("chat.sources.free"))}
        ${receipt.first_token_ms ? fact(t("chat.sources.firstToken"), secondsOf(receipt.first_token_ms)) : nothing}
        ${receipt.duration_ms ? fact(t("chat.sources.took"), secondsOf(receipt.duration_ms)) : nothing}
      </dl>
      ${receipt.note ? html`<p class="quietly">${receipt.note}</p>` : nothing}</section>
      ${receipt.messages.length ? html`<section><h3>${t("chat.sources.seen", { count: receipt.messages.length })}</h3>
        <ul class="seen">${receipt.messages.slice(-30).map(seen => html`<li><a href="/c/${this.#thread.id}?at=${seen.id}">${t(`chat.role.${seen.role}`)}</a>
          <small>${t("chat.tokens", { count: seen.tokens })}</small><span>${this.#wordsOf(seen.id)}</span></li>`)}</ul>
        ${receipt.instruction_tokens ? html`<p class="quietly">${t("chat.sources.instructions", { count: receipt.instruction_tokens })}</p>` : nothing}</section>` : nothing}
      ${receipt.left_out.length || receipt.withheld.length || receipt.sources_left_out?.length ? html`<section><h3>${t("chat.sources.leftOut")}</h3><ul>
        ${receipt.left_out.map(left => html`<li>${t("chat.sources.left", { count: left.messages })}: ${reasonOf(left.reason)}</li>`)}
        ${receipt.sources_left_out?.map(left => html`<li>${t("chat.sources.passagesLeft", { count: left.passages, name: left.filename })}</li>`)}
        ${receipt.withheld.map(held => html`<li>${held.kind}: ${held.reason}</li>`)}</ul></section>` : nothing}
      ${receipt.attempts.some(attempt => attempt.problem) ? html`<section><h3>${t("chat.sources.attempts", { count: receipt.attempts.length })}</h3><ol>
        ${receipt.attempts.map(attempt => html`<li>${attempt.model}, ${secondsOf(attempt.duration_ms)}${attempt.problem ? html`: ${attempt.problem}` : nothing}</li>`)}</ol></section>` : nothing}`;
  }

  #wordsOf(id) {
    const message = this.#thread.state.value.messages.find(one => one.id === id);
    return message ? message.content.slice(0, 120) : "";
  }
}

const pagesOf = ({ page, last_page: last }) => last && last !== page
  ? t("chat.sources.pages", { from: page, to: last }) : t("chat.sources.page", { page });
const fact = (name, value) => html`<div><dt>${name}</dt><dd><bdi>${typeof value === "number" ? number(value) : value}</bdi></dd></div>`;
const reasonOf = reason => { const key = `chat.reason.${reason}`; const words = t(key); return words === key ? reason.replaceAll("_", " ") : words; };

customElements.define("answer-sources", AnswerSources);
