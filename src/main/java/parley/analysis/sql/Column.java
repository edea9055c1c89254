package parley.analysis.sql;

/// A column of a table or of a result. The name is somebody else's text: data wherever it goes.
public record Column(String name, ColumnType type) {}
