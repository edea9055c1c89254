/// Tests of the package of the same name.
@NullMarked
package parley.llm.local.wire;

import org.jspecify.annotations.NullMarked;
