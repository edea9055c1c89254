package parley.analysis.chart;

/// The words on a chart. They are data: drawn, and nothing else.
///
/// @param valueName what is measured: `sales`
/// @param timeName what it is measured over: `date`
/// @param note one line below the title, such as what was left out; may be empty
public record ChartText(String title, String valueName, String timeName, String note) {}
