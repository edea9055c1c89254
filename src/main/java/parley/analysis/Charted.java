package parley.analysis;

import parley.analysis.chart.ChartText;
import parley.analysis.xmr.XmrChart;

/// A control chart of an answer.
///
/// @param excluded the labels of the unfinished first and last points that were left out; empty if
///   none were
record Charted(XmrChart chart, ChartText text, String excluded) {}
