/// Tests of OpenAI's files.
@NullMarked
package parley.dialect.openai.files;

import org.jspecify.annotations.NullMarked;
