/// The contract of a data-analysis front end: conversations whose messages may carry a query, its
/// results and a chart.
@NullMarked
package parley.dialect.xmr;

import org.jspecify.annotations.NullMarked;
