/// Tests of the conversation core.
@NullMarked
package parley.conversation;

import org.jspecify.annotations.NullMarked;
