/// Asking data: sources, questions, answers whose every number comes from a query, and control
/// charts.
@NullMarked
package parley.analysis;

import org.jspecify.annotations.NullMarked;
