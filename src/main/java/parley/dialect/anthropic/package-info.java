/// Anthropic's Messages API, as its official clients speak it.
@NullMarked
package parley.dialect.anthropic;

import org.jspecify.annotations.NullMarked;
