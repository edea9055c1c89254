/// Tests of the documents that are measured with.
@NullMarked
package parley.bench.documents;

import org.jspecify.annotations.NullMarked;
