// Finds the signals of one phase, as the server does: the same profiles, ties and marks.

/** What can make a point a signal, the strongest first. */
export const RULES = [
  "outside-limits", "range", "near-limit", "run", "trend", "alternating", "within-one-sigma", "beyond-one-sigma",
];

const zones = [{ needed: 2, of: 3, line: 2 / 3 }, { needed: 4, of: 5, line: 1 / 3 }];

/**
 * Sets of rules as practitioners know them. `whole`: all points of a run are marked, else the one that completes it. In
 * all of them a value on a limit is inside, a value on the centre line breaks a run, two equal values break a trend.
 */
export const PROFILES = {
  wheeler: { ranges: true, run: 8, trend: 0, whole: true, near: [{ needed: 3, of: 4, line: 1 / 2 }], spread: false },
  "western-electric": { ranges: false, run: 8, trend: 0, whole: false, near: zones, spread: false },
  nelson: { ranges: false, run: 9, trend: 6, whole: false, near: zones, spread: true },
  nhs: { ranges: false, run: 7, trend: 7, whole: true, near: [{ needed: 2, of: 3, line: 2 / 3, strict: true }], spread: false },
};

/** The rules that a profile has. */
export function rulesOf(name) {
  const profile = PROFILES[name];
  const there = {
    "outside-limits": true, range: profile.ranges, "near-limit": true, run: true, trend: profile.trend > 0,
    alternating: profile.spread, "within-one-sigma": profile.spread, "beyond-one-sigma": profile.spread,
  };
  return RULES.filter(rule => there[rule]);
}

/** The line itself where it is drawn, so that what is tested is what is seen. */
function between(centre, limit, line) {
  if (line === 0) return centre;
  if (line === 1) return limit;
  return line === 0.5 ? (centre + limit) / 2 : centre + line * (limit - centre);
}

/**
 * Marks the signals of a phase.
 *
 * @param {{ from: number, to: number, limits: object, slope: number }} phase
 * @param {Array<Set<string>>} marks takes the rules of each point
 */
export function detect(profileName, values, ranges, phase, marks) {
  const profile = PROFILES[profileName];
  const { from, to, limits } = phase;
  const rise = index => (phase.slope === 0 ? 0 : phase.slope * (index - from));
  const mark = (index, rule) => marks[index].add(rule);

  const beyond = (index, line) => {
    if (values[index] > between(limits.centre, limits.upper, line) + rise(index)) return 1;
    return values[index] < between(limits.centre, limits.lower, line) + rise(index) ? -1 : 0;
  };
  const direction = index => Math.sign(values[index] - values[index - 1]);

  const markEnd = (last, length, needed, rule) => {
    if (length < needed) return;
    const first = profile.whole && length === needed ? last - needed + 1 : last;
    for (let i = first; i <= last; i++) mark(i, rule);
  };

  function outside() {
    for (let i = from; i <= to; i++) if (beyond(i, 1) !== 0) mark(i, "outside-limits");
  }

  function rangesAbove() {
    for (let i = from; i <= to; i++) if (ranges[i] > limits.upperRange) mark(i, "range");
  }

  function runs() {
    let length = 0;
    let side = 0;
    for (let i = from; i <= to; i++) {
      const here = beyond(i, 0);
      length = here !== 0 && here === side ? length + 1 : Math.abs(here);
      side = here;
      markEnd(i, length, profile.run, "run");
    }
  }

  /** @param {1 | -1} turn 1: goes on the same way; -1: changes it each time */
  function steps(turn, needed, rule) {
    let length = 1;
    let way = 0;
    for (let i = from + 1; i <= to; i++) {
      const here = direction(i);
      length = here !== 0 && here === turn * way ? length + 1 : 1 + Math.abs(here);
      way = here;
      markEnd(i, length, needed, rule);
    }
  }

  function withinOneSigma() {
    // Without any spread all values are on the centre: there is no zone to be within.
    if (!(limits.averageRange > 0)) return;
    let length = 0;
    for (let i = from; i <= to; i++) {
      length = beyond(i, 1 / 3) === 0 ? length + 1 : 0;
      markEnd(i, length, 15, "within-one-sigma");
    }
  }

  function beyondOneSigma() {
    let length = 0;
    let above = -1;
    let below = -1;
    for (let i = from; i <= to; i++) {
      const here = beyond(i, 1 / 3);
      length = here === 0 ? 0 : length + 1;
      if (here > 0) above = i;
      if (here < 0) below = i;
      if (Math.min(above, below) > i - 8 && below >= 0) markEnd(i, length, 8, "beyond-one-sigma");
    }
  }

  function near(rule) {
    const sideOf = index => (rule.strict && beyond(index, 1) !== 0 ? 0 : beyond(index, rule.line));
    for (let last = from + rule.of - 1; last <= to; last++) {
      const first = last - rule.of + 1;
      let above = 0;
      let below = 0;
      for (let i = first; i <= last; i++) {
        const side = sideOf(i);
        if (side > 0) above++;
        if (side < 0) below++;
      }
      const found = above >= rule.needed ? 1 : below >= rule.needed ? -1 : 0;
      if (found === 0 || (rule.strict && !allOn(first, last, found))) continue;
      for (let i = profile.whole ? first : last; i <= last; i++) {
        if (sideOf(i) === found) mark(i, "near-limit");
      }
    }
  }

  function allOn(first, last, side) {
    for (let i = first; i <= last; i++) if (beyond(i, 0) !== side) return false;
    return true;
  }

  outside();
  runs();
  profile.near.forEach(near);
  if (profile.ranges) rangesAbove();
  if (profile.trend > 0) steps(1, profile.trend, "trend");
  if (profile.spread) {
    steps(-1, 14, "alternating");
    withinOneSigma();
    beyondOneSigma();
  }
}
