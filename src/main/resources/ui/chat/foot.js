// Below a message: what can be done with it, the ways on from it, and what the answer took.
import { openMenu } from "../core/menu.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { dateTime, number, t } from "../core/i18n.js";
import { shortName } from "./models.js";

/** `‹ 2/3 ›` between the ways on from a place. */
export function branches(ways) {
  if (!ways || ways.conversations.length < 2) return nothing;
  const { conversations, at } = ways;
  const step = (by, words, name) => {
    const there = conversations[at + by];
    return there === undefined
      ? html`<button type="button" class="icon small" disabled aria-label=${words}>${icon(name)}</button>`
      : html`<a class="button icon small" href="/c/${there}" aria-label=${words} title=${words}>${icon(name)}</a>`;
  };
  return html`<span class="ways" role="group" aria-label=${t("chat.ways")}>
    ${step(-1, t("chat.wayBefore"), "left")}<span>${number(at + 1)}/${number(conversations.length)}</span>${step(1, t("chat.wayAfter"), "chevron")}</span>`;
}

/** The foot of an answer that has ended. */
export function answerFoot(message, ways, act) {
  const button = (name, words, picture) => html`
    <button type="button" class="icon small" title=${words} aria-label=${words} @click=${() => act(name)}>${icon(picture)}</button>`;
  return html`<footer>
    ${branches(ways)}
    ${message.content ? button("copy", t("copy"), "copy") : nothing}
    <button type="button" class="icon small" title=${t("chat.retry")} aria-label=${t("chat.retry")} aria-haspopup="menu"
      @click=${event => openMenu(event.currentTarget, [
        { label: t("chat.retrySame"), icon: "retry", run: () => act("retry") },
        { label: t("chat.retryOther"), icon: "branch", run: () => act("retry-with") },
      ])}>${icon("retry")}</button>
    ${message.turn === false && !message.data && !message.sources ? nothing : html`<button type="button" class="quiet small sources" @click=${() => act("sources")}>${icon("source")}
      ${message.sources?.length ? t("chat.sourcesCount", { count: message.sources.length }) : t("chat.sources")}</button>`}
    <span class="facts">${factsOf(message).map(fact => html`<span>${fact}</span>`)}</span>
  </footer>`;
}

/** Model, tokens, price, time: what is known of them. */
export function factsOf({ model, usage, duration_ms: took, created_at: at }) {
  const tokens = usage ? usage.input_tokens + usage.output_tokens : 0;
  return [
    model ? shortName(model) : null,
    tokens ? t("chat.tokens", { count: tokens }) : null,
    usage?.nano_dollars ? priceOf(usage.nano_dollars) : null,
    took ? secondsOf(took) : null,
    dateTime(at, { timeStyle: "short" }),
  ].filter(Boolean);
}

/** A price of some thousand-millionths of a dollar. */
export function priceOf(nanoDollars) {
  return number(nanoDollars / 1e9, { style: "currency", currency: "USD", maximumSignificantDigits: 3 });
}

/** A time of some milliseconds. */
export function secondsOf(milliseconds) {
  return number(milliseconds / 1000, { style: "unit", unit: "second", unitDisplay: "narrow", maximumFractionDigits: milliseconds < 9950 ? 1 : 0 });
}
