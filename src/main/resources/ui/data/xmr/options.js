// How a chart is worked out: the names are those of the server's contract.

/**
 * The scaling constants, by who publishes them. They differ in the third digit.
 * `byMean` and `byMedian` are [how many average ranges the limits are from the centre, the upper range limit].
 */
const D2 = 2 / Math.sqrt(Math.PI);
const D3 = Math.sqrt(2 - 4 / Math.PI);
const D4 = Math.sqrt(2) * 0.6744897501960817;
const UPPER = 1 + 3 * D3 / D2;
const CONSTANTS = {
  wheeler: { byMean: [2.66, 3.268], byMedian: [3.145, 3.865], sigma: [1.128, 0.954] },
  nist: { byMean: [3 / 1.128, 3.267], byMedian: [3 / 0.954, 3.267 * 1.128 / 0.954], sigma: [1.128, 0.954] },
  exact: { byMean: [3 / D2, UPPER], byMedian: [3 / D4, UPPER * D2 / D4], sigma: [D2, D4] },
};

/** The factors that options choose. */
export function factorsOf({ constants, dispersion }) {
  const chosen = CONSTANTS[constants] ?? CONSTANTS.wheeler;
  const isMean = dispersion !== "median-range";
  const [limit, range] = isMean ? chosen.byMean : chosen.byMedian;
  return { limit, range, sigma: chosen.sigma[isMean ? 0 : 1] };
}

/**
 * @typedef {{ constants: string, rules: string, centre: string, dispersion: string, slope: string, gaps: string,
 *   screened: boolean, baseline: { from: number, to: number } | null, phaseStarts: number[],
 *   without: string[] }} XmrOptions
 * `without`: rules of the profile that do not count. Indices are 0-based, into the plotted points.
 */
export const PLAIN = Object.freeze({
  constants: "wheeler", rules: "wheeler", centre: "mean", dispersion: "mean-range", slope: "none", gaps: "break", screened: false,
  baseline: null, phaseStarts: Object.freeze([]), without: Object.freeze([]),
});

const wireName = name => name?.toLowerCase().replaceAll("_", "-");

/** The options that a chart of the server was worked out with. @returns {XmrOptions} */
export function optionsOf(analysis) {
  const given = analysis?.options ?? {};
  return {
    ...PLAIN,
    constants: analysis?.constants ?? PLAIN.constants,
    rules: analysis?.profile ?? PLAIN.rules,
    centre: analysis?.centre ?? PLAIN.centre,
    dispersion: analysis?.dispersion ?? PLAIN.dispersion,
    slope: analysis?.slopeMethod ?? PLAIN.slope,
    gaps: wireName(given.gaps) ?? PLAIN.gaps,
    screened: given.screened ?? false,
    baseline: analysis?.baseline ?? null,
    phaseStarts: (analysis?.phases ?? []).slice(1).map(phase => phase.from),
  };
}

/** What `POST /api/xmr/chart` takes, for the same chart. */
export function requestOf(points, options, { title, valueName, timeName }) {
  const { constants, rules, centre, dispersion, slope, gaps, screened, baseline, phaseStarts } = options;
  return {
    data: points, title, valueName, timeName, constants, rules, centre, dispersion, slope, gaps, screened, baseline, phaseStarts,
  };
}
