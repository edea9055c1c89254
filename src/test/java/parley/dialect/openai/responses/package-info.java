/// Tests of [parley.dialect.openai.responses].
@NullMarked
package parley.dialect.openai.responses;

import org.jspecify.annotations.NullMarked;
