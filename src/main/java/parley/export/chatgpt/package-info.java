/// The export of ChatGPT: its tree of messages, and the pictures beside it.
@NullMarked
package parley.export.chatgpt;

import org.jspecify.annotations.NullMarked;
