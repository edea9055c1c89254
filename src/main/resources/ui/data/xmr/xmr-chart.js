// An XmR chart that can be read, questioned and worked out anew by hand.
import { announce } from "../../core/announce.js";
import { guard, html, nothing, svg } from "../../core/html.js";
import { language, t } from "../../core/i18n.js";
import { openMenu } from "../../core/menu.js";
import { toast } from "../../core/toast.js";
import { View } from "../../core/view.js";
import { controls, phaseChips, ruleToggles } from "./controls.js";
import { layoutOf } from "./layout.js";
import { optionsOf, PLAIN } from "./options.js";
import { plot } from "./plot.js";
import { pointMenu, stretchMenu } from "./point-menu.js";
import { pointTable } from "./point-table.js";
import { statistics } from "./statistics.js";
import { timeForm } from "./time-axis.js";
import { describe, tip } from "./tip.js";
import { chartOf, ENOUGH, pointsOf, signalsOf } from "./xmr.js";

const DRAGGED = 6;

/** What was set by hand, as long as the data is there: a chart that is shown again is as it was left. */
const left = new WeakMap();

/**
 * `<xmr-chart>`. Its property `data` is a chart as the server answers with (`{ data, analysis }`), or points alone
 * (`{ data: [{ x, y }], valueName, timeName }`).
 */
export class XmrChart extends View {
  #given = null;
  #points = [];
  #options = PLAIN;
  #first = PLAIN;
  #chart = null;
  #width = 0;
  #at = null;
  #dragged = null;
  #shown = "chart";
  #fromZero = false;
  #layout = null;
  #dating = null;

  set data(given) {
    if (given === this.#given) return;
    this.#given = given;
    this.#points = pointsOf(given);
    this.#first = given.analysis ? optionsOf(given.analysis) : PLAIN;
    this.#options = left.get(given) ?? this.#first;
    this.#at = this.#dragged = null;
    this.#work();
  }

  get data() {
    return this.#given;
  }

  /** What it is called, and what is measured over what. */
  get names() {
    const text = this.#given?.analysis?.text ?? {};
    const valueName = this.#given?.valueName ?? text.valueName ?? t("data.chart.value");
    const timeName = this.#given?.timeName ?? text.timeName ?? t("data.chart.time");
    return { valueName, timeName, title: t("data.chart.title", { value: valueName, time: timeName }) };
  }

  get chart() {
    return this.#chart;
  }

  get points() {
    return this.#points;
  }

  get options() {
    return this.#options;
  }

  /** How it is looked at; nothing of it changes a number. */
  get look() {
    return { shown: this.#shown, fromZero: this.#fromZero };
  }

  setLook({ shown = this.#shown, fromZero = this.#fromZero }) {
    this.#shown = shown;
    this.#fromZero = fromZero;
    this.update();
  }

  get isChanged() {
    return JSON.stringify(this.#options) !== JSON.stringify(this.#first);
  }

  /** Works the chart out anew. @param {Partial<import("./options.js").XmrOptions>} change */
  change(change) {
    const before = this.#options;
    const options = { ...before, ...change };
    const lost = options.baseline && options.phaseStarts.some(start => start > options.baseline.from && start <= options.baseline.to);
    if (lost) {
      options.baseline = null;
      toast(t("data.chart.unlocked"));
    }
    this.#options = options;
    left.set(this.#given, options);
    this.#work();
    announce(this.#verdict());
  }

  reset() {
    this.change(this.#first);
  }

  mounted() {
    this.watch(language);
    const observer = new ResizeObserver(([{ contentRect }]) => this.#resize(contentRect.width));
    this.observe = () => {
      const figure = this.querySelector(".chart-plot");
      if (figure) observer.observe(figure);
    };
    this.onLeave(() => observer.disconnect());
  }

  updated() {
    this.observe();
  }

  #resize(width) {
    const whole = Math.floor(width);
    if (whole === this.#width) return;
    this.#width = whole;
    this.update();
  }

  #work() {
    this.#chart = chartOf(this.#points, this.#options);
    if (this.#at !== null && this.#at >= this.#chart.points.length) this.#at = null;
    this.update();
  }

  #verdict() {
    const { points } = this.#chart;
    const signals = signalsOf(this.#chart).length;
    if (points.length < ENOUGH) return t("data.chart.too-few", { count: points.length });
    return signals ? t("data.chart.signals", { count: signals }) : t("data.chart.stable");
  }

  template() {
    const chart = this.#chart;
    if (!chart) return nothing;
    const { valueName, timeName } = this.names;
    const signals = signalsOf(chart).length;
    const few = chart.points.length < ENOUGH;
    return html`
      <div class="chart-head">
        <h3>${valueName} <small>${t("data.chart.over", { time: timeName })}</small></h3>
        <span class="chip ${few ? "" : signals ? "bad" : "good"}">${this.#verdict()}</span>
        ${controls(this)}
      </div>
      ${phaseChips(this)}
      <div class="chart-body ${chart.phases.length > 2 ? "several" : chart.phases.length < 2 ? "single" : ""}">
        <div class="chart-figure">
          ${this.#shown === "table" ? pointTable(this) : this.#plot(chart)}
          ${guard([chart, language.value.code], () => ruleToggles(this))}
        </div>
        ${guard([chart, language.value.code], () => statistics(this))}
      </div>`;
  }

  #plot(chart) {
    const width = this.#width;
    const last = chart.points.length - 1;
    const layout = width ? this.#laidOut(chart, width) : null;
    return html`
      <div class="chart-plot" role="slider" tabindex="0" aria-label=${t("data.chart.points-of", { value: this.names.valueName })}
           aria-valuemin="1" aria-valuemax=${Math.max(1, last + 1)} aria-valuenow=${(this.#at ?? last) + 1}
           aria-valuetext=${last < 0 ? t("data.chart.none") : describe(this, this.#at ?? last)}
           @keydown=${event => this.#pressed(event)} @focus=${() => this.#focused()} @blur=${() => this.#goTo(null)}
           @pointerdown=${event => this.#down(event)} @pointermove=${event => this.#moved(event)} @pointerup=${event => this.#up(event)}
           @pointercancel=${() => this.#drag(null)} @pointerleave=${() => this.#left()}
           @contextmenu=${event => this.#menuWanted(event)}>
        ${width && layout ? html`
          <svg width=${width} height=${layout.height} viewBox="0 0 ${width} ${layout.height}" aria-hidden="true">
            ${guard([chart, width, this.#fromZero, language.value.code], () => plot(chart, layout))}
            ${this.#pointer(chart, layout)}
          </svg>
          ${this.#at === null || this.#dragged || this.choosing ? nothing : tip(this, layout, this.#at)}
          <span class="chart-anchor" .style=${this.#anchorStyle(layout)}></span>` : nothing}
      </div>`;
  }

  /** Worked out once for all that the pointer does. */
  #laidOut(chart, width) {
    const made = [chart, width, this.#fromZero, language.value.code];
    if (!this.#layout || made.some((value, index) => value !== this.#layout.made[index])) {
      this.#layout = { ...layoutOf(chart, width, { fromZero: this.#fromZero }), made };
    }
    return this.#layout;
  }

  #anchorStyle(layout) {
    const at = this.#at;
    if (at === null) return "";
    return `left:${layout.axis.x[at]}px;top:${layout.main.place(this.#chart.points[at].value)}px`;
  }

  /** What is pointed at, and what is being selected. */
  #pointer(chart, layout) {
    const { axis, upper, lower, main, range } = layout;
    const stretch = this.#dragged;
    const at = this.#at;
    const ring = (y, index) => Number.isFinite(y) ? svg`<circle class="ring" cx=${axis.x[index]} cy=${y} r="7"/>` : nothing;
    return svg`
      ${stretch ? svg`<rect class="stretch" x=${axis.x[stretch.from] - 4} width=${axis.x[stretch.to] - axis.x[stretch.from] + 8}
        y=${upper.top} height=${lower.bottom - upper.top}/>` : nothing}
      ${at === null ? nothing : svg`<line class="cross" x1=${axis.x[at]} x2=${axis.x[at]} y1=${upper.top} y2=${lower.bottom}/>
        ${ring(main.place(chart.points[at].value), at)}${ring(range.place(chart.points[at].range), at)}`}`;
  }

  #goTo(index) {
    if (index === this.#at || (index === null && this.choosing)) return;
    this.#at = index;
    this.update();
  }

  #left() {
    if (!this.#dragged && !this.querySelector(".chart-plot:focus")) this.#goTo(null);
  }

  #focused() {
    // A pointer brings its own place along; the keyboard begins at the newest point.
    if (this.#at === null && this.matches(":has(:focus-visible)")) this.#goTo(this.#chart.points.length - 1);
  }

  #drag(stretch) {
    this.#dragged = stretch;
    this.update();
  }

  /** The point nearest to where the pointer is. */
  #nearest(event) {
    const x = event.clientX - this.querySelector(".chart-plot").getBoundingClientRect().left;
    const places = this.#layout?.axis.x ?? [];
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] + places[middle + 1]) / 2 < x) low = middle + 1;
      else high = middle;
    }
    return places.length ? low : null;
  }

  #down(event) {
    if (event.button !== 0) return;
    this.pressedAt = { x: event.clientX, index: this.#nearest(event), wasAt: this.#at, touch: event.pointerType === "touch" };
  }

  #moved(event) {
    if (this.choosing) return;
    const index = this.#nearest(event);
    const begun = this.pressedAt;
    if (begun && event.buttons && Math.abs(event.clientX - begun.x) > DRAGGED && index !== null) {
      if (!this.#dragged) event.currentTarget.setPointerCapture(event.pointerId);
      this.#at = index;
      this.#drag({ from: Math.min(index, begun.index), to: Math.max(index, begun.index) });
    } else if (!begun) {
      this.#goTo(index);
    }
  }

  #up(event) {
    const begun = this.pressedAt;
    this.pressedAt = null;
    if (!begun || begun.index === null) return;
    this.querySelector(".chart-plot").focus({ preventScroll: true, focusVisible: false });
    const stretch = this.#dragged;
    if (stretch && stretch.to > stretch.from) {
      this.#openMenu(() => stretchMenu(this, stretch));
    } else {
      this.#dragged = null;
      this.#goTo(begun.index);
      // The first tap of a finger says what is there; the second one does something about it.
      if (!begun.touch || begun.wasAt === begun.index) this.#openMenu(() => pointMenu(this, begun.index));
    }
    event.preventDefault();
  }

  #menuWanted(event) {
    event.preventDefault();
    if (event.button === 2) this.#goTo(this.#nearest(event));
    if (this.#at !== null) this.#openMenu(() => pointMenu(this, this.#at));
  }

  /** Opens a menu at the point. It stays marked meanwhile. */
  #openMenu(entriesOf) {
    this.choosing = true;
    // Later: what ends a press would close a menu that it opened.
    setTimeout(async () => {
      await this.update();
      openMenu(this.querySelector(".chart-anchor"), entriesOf());
      document.querySelector(".menu:popover-open")?.addEventListener("toggle", ({ newState }) => {
        if (newState !== "closed") return;
        this.choosing = false;
        this.selectedFrom = null;
        this.#drag(null);
        this.querySelector(".chart-plot")?.focus({ preventScroll: true });
      });
    });
  }

  #pressed(event) {
    const last = this.#chart.points.length - 1;
    if (last < 0) return;
    const at = this.#at ?? last;
    const page = Math.max(5, Math.round(last / 10));
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: page, PageDown: -page, Home: -at, End: last - at };
    if (event.key in steps) {
      const to = Math.max(0, Math.min(last, at + steps[event.key]));
      this.#selectByKey(event.shiftKey, at, to);
    } else if (event.key === "Enter" || event.key === " ") {
      const stretch = this.#dragged;
      this.#goTo(at);
      this.#openMenu(() => (stretch && stretch.to > stretch.from ? stretchMenu(this, stretch) : pointMenu(this, at)));
    } else if (event.key.toLowerCase() === "n" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.#goToSignal(at, event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && this.#dragged) {
      this.#drag(null);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Shift and an arrow select points, as in a text. */
  #selectByKey(selecting, at, to) {
    if (selecting) {
      this.selectedFrom ??= at;
      this.#dragged = { from: Math.min(this.selectedFrom, to), to: Math.max(this.selectedFrom, to) };
      announce(t("data.chart.selected", { count: this.#dragged.to - this.#dragged.from + 1 }));
    } else {
      this.selectedFrom = this.#dragged = null;
    }
    this.#at = to;
    this.update();
  }

  #goToSignal(at, way) {
    const signals = signalsOf(this.#chart);
    const next = way > 0 ? signals.find(index => index > at) ?? signals[0] : signals.findLast(index => index < at) ?? signals.at(-1);
    if (next === undefined) announce(t("data.chart.stable"));
    else this.#goTo(next);
  }

  /** How points are dated. */
  get dated() {
    if (this.#dating?.chart !== this.#chart || this.#dating.code !== language.value.code) {
      this.#dating = { chart: this.#chart, code: language.value.code, form: timeForm(this.#chart.points) };
    }
    return this.#dating.form;
  }
}

customElements.define("xmr-chart", XmrChart);
