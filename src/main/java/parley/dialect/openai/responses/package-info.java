/// OpenAI's Responses API: answers that are kept, watched while they grow, taken up again where a
/// stream broke, and continued.
@NullMarked
package parley.dialect.openai.responses;

import org.jspecify.annotations.NullMarked;
