/// What the dialects share: how a turn becomes an answer, streamed or whole. Each dialect is a
/// folder below.
@NullMarked
package parley.dialect;

import org.jspecify.annotations.NullMarked;
