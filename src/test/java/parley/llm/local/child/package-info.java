/// Tests of the package of the same name.
@NullMarked
package parley.llm.local.child;

import org.jspecify.annotations.NullMarked;
