/// Conversations, their messages, and the turns that write answers into them.
@NullMarked
package parley.conversation;

import org.jspecify.annotations.NullMarked;
