/// What the reading of one document may cost, and why a document is not read.
@NullMarked
package parley.document.extract.bound;

import org.jspecify.annotations.NullMarked;
