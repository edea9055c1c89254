/// Tests of OpenAI's API as its clients meet it.
@NullMarked
package parley.dialect.openai;

import org.jspecify.annotations.NullMarked;
