/// Documents that are made to be measured with, and what other programs do with them.
@NullMarked
package parley.bench.documents;

import org.jspecify.annotations.NullMarked;
