/// OpenAI's files: documents that are kept, listed, downloaded and deleted.
@NullMarked
package parley.dialect.openai.files;

import org.jspecify.annotations.NullMarked;
