// The conversations at the side.
import { html, live, nothing, repeat } from "../core/html.js";
import { icon } from "../core/icons.js";
import { dateTime, t } from "../core/i18n.js";
import { openMenu } from "../core/menu.js";
import { navigate } from "../core/router.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { conversations, loadMore, pin, reload, removeWithUndo, rename, search } from "./conversations.js";
import { running } from "./live.js";

const PAUSE = 180;

class ConversationList extends View {
  #current = null;
  #renaming = null;
  #timer;
  #clock;

  /** The id of the conversation that is shown. */
  set current(current) {
    if (current === this.#current) return;
    this.#current = current;
    this.update();
  }

  mounted() {
    this.watch(conversations);
    this.watch(running);
    reload();
    // At midnight today becomes yesterday.
    this.#clock = setInterval(() => this.update(), 600_000);
    this.onLeave(() => clearInterval(this.#clock));
  }

  /** Puts the focus into the search. */
  focusSearch() {
    this.querySelector("input[type=search]").focus();
  }

  startRename(id) {
    this.#renaming = id;
    this.update().then(() => this.querySelector("input.rename")?.select());
  }

  template() {
    const { list, q, ready, total } = conversations.value;
    return html`
      <header><h1>${t("place.chat")}</h1>
        <a class="button icon" href="/" title=${t("chat.new")} aria-label=${t("chat.new")}>${icon("plus")}</a></header>
      <div class="filters"><input type="search" placeholder=${t("chat.search")} aria-label=${t("chat.search")} .value=${live(q)}
        @input=${event => this.#searched(event.target.value)} @keydown=${event => { if (event.key === "ArrowDown") this.#focus(0, event); }}></div>
      <nav aria-label=${t("chat.list")} @keydown=${event => this.#pressed(event)} @scroll=${event => this.#scrolled(event.currentTarget)}>
        ${ready && !list.length ? html`<p class="quietly">${t(q ? "chat.nothingFound" : "chat.noneYet")}</p>` : nothing}
        ${groupsOf(list, Boolean(q)).map(group => html`
          ${group.name ? html`<h2>${group.name}</h2>` : nothing}
          <ul>${repeat(group.list, one => one.id, one => this.#entry(one))}</ul>`)}
        ${list.length && list.length < total ? html`<p class="quietly">${t("loading")}</p>` : nothing}
      </nav>`;
  }

  #entry(one) {
    const title = one.title || t("untitled");
    if (this.#renaming === one.id) {
      return html`<li><form @submit=${event => { event.preventDefault(); this.#renamed(one, event.target.title.value); }}>
        <input class="rename" name="title" aria-label=${t("rename")} maxlength="200" autocomplete="off" .value=${title}
          @keydown=${event => { event.stopPropagation(); if (event.key === "Escape") this.#renamed(one, null); }}
          @blur=${event => this.#renamed(one, event.target.value)}></form></li>`;
    }
    const active = one.running_turn_id || running.value.turns.some(turn => turn.conversation === one.id);
    return html`<li>
      <a href=${hrefOf(one)} data-id=${one.id} aria-current=${one.id === this.#current ? "page" : nothing}
         @click=${() => this.emit("picked")} @dblclick=${event => { event.preventDefault(); this.startRename(one.id); }}>
        <span class="title">${active ? html`<span class="spinner" role="img" aria-label=${t("chat.running")}></span>` : nothing}
          <bdi>${title}</bdi></span>
        ${one.match?.place === "message" ? html`<small>${marked(one.match)}</small>` : nothing}
      </a>
      <button type="button" class="icon small" aria-haspopup="menu" aria-label=${t("chat.moreOf", { title })} @click=${event => this.#menu(event.currentTarget, one)}>${icon("more")}</button>
    </li>`;
  }

  #menu(anchor, one) {
    openMenu(anchor, [
      { label: t("rename"), icon: "edit", run: () => this.startRename(one.id) },
      { label: t(one.pinned ? "chat.unpin" : "chat.pin"), icon: "pin", run: () => pin(one.id, !one.pinned) },
      "line",
      { label: t("delete"), icon: "trash", danger: true, run: () => this.#delete(one) },
    ]);
  }

  #delete(one) {
    removeWithUndo(one, () => { if (this.#current === null) navigate(`/c/${one.id}`); });
    if (one.id === this.#current) navigate("/");
  }

  async #renamed(one, title) {
    if (this.#renaming !== one.id) return;
    this.#renaming = null;
    this.update();
    this.querySelector(`a[data-id="${one.id}"]`)?.focus();
    if (title?.trim() && title.trim() !== one.title) await rename(one.id, title.trim()).catch(toastProblem);
  }

  #searched(q) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => search(q.trim()), PAUSE);
  }

  #scrolled(nav) {
    if (nav.scrollHeight - nav.scrollTop - nav.clientHeight < 600) loadMore().catch(() => {});
  }

  #pressed(event) {
    const links = [...this.querySelectorAll("nav a")];
    const at = links.indexOf(event.target);
    if (at < 0) return;
    const one = conversations.value.list.find(other => other.id === Number(links[at].dataset.id));
    if (event.key === "ArrowDown") this.#focus(at + 1, event);
    else if (event.key === "ArrowUp" && at === 0) this.querySelector("input[type=search]").focus();
    else if (event.key === "ArrowUp") this.#focus(at - 1, event);
    else if (event.key === "Home") this.#focus(0, event);
    else if (event.key === "End") this.#focus(links.length - 1, event);
    else if (event.key === "F2") this.startRename(one.id);
    else if (event.key === "Delete") {
      this.#delete(one);
      this.update().then(() => this.#focus(Math.min(at, links.length - 2)));
    } else return;
    event.preventDefault();
  }

  #focus(at, event) {
    event?.preventDefault();
    this.querySelectorAll("nav a")[at]?.focus();
  }
}

customElements.define("conversation-list", ConversationList);

const hrefOf = one => one.match?.message_id ? `/c/${one.id}?at=${one.match.message_id}` : `/c/${one.id}`;

function marked({ snippet, ranges }) {
  const parts = [];
  let at = 0;
  for (const [from, to] of ranges) {
    parts.push(snippet.slice(at, from), html`<mark>${snippet.slice(from, to)}</mark>`);
    at = to;
  }
  return [...parts, snippet.slice(at)];
}

/** By day: pinned, today, yesterday, the last seven days, months. What a search found keeps its order. */
function groupsOf(list, searched) {
  if (searched) return list.length ? [{ name: "", list }] : [];
  const groups = [];
  const now = new Date();
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  for (const one of list) {
    const name = one.pinned ? t("chat.pinned") : groupOf(new Date(one.updated_at), today);
    if (groups.at(-1)?.name !== name) groups.push({ name, list: [] });
    groups.at(-1).list.push(one);
  }
  return groups;
}

function groupOf(then, today) {
  const day = 86_400_000;
  if (then >= today) return t("chat.today");
  if (then >= today - day) return t("chat.yesterday");
  if (then >= today - 7 * day) return t("chat.week");
  return dateTime(then, { month: "long", year: "numeric" });
}
