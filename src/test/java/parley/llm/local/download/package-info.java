/// Tests of the package of the same name.
@NullMarked
package parley.llm.local.download;

import org.jspecify.annotations.NullMarked;
