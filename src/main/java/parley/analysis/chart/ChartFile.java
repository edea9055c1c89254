package parley.analysis.chart;

/// The picture of a chart that is kept.
///
/// @param name `xmr_chart_20240115_103015_k3v9x2m4p7.png`
/// @param path where it is, as the settings name the folder: `charts/xmr_chart_…`
/// @param url its address for clients
public record ChartFile(String name, String path, String url, String mediaType) {}
