package parley.analysis.question;

import java.util.List;
import parley.analysis.sql.Table;

/// What is known of a table before a question is read.
public record TableFacts(Table table, long rows, List<ColumnFacts> columns) {}
