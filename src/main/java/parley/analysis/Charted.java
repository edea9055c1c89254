package parley.analysis;

import parley.analysis.chart.ChartText;
import parley.analysis.xmr.XmrChart;

/// A control chart of an answer.
///
/// @param excluded the label of the unfinished last point that was left out; empty if none was
record Charted(XmrChart chart, ChartText text, String excluded) {}
