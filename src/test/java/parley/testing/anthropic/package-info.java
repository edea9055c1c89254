/// What a scripted server says in the terms of Anthropic's API.
@NullMarked
package parley.testing.anthropic;

import org.jspecify.annotations.NullMarked;
