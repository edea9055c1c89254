/// Anthropic's Messages API, as its clients meet it.
@NullMarked
package parley.dialect.anthropic;

import org.jspecify.annotations.NullMarked;
