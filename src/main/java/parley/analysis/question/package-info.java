/// Reads questions in plain words as plans over one table, without a model.
@NullMarked
package parley.analysis.question;

import org.jspecify.annotations.NullMarked;
