/// The server's own contract: turns that can be listened to again from any event, stopped and
/// continued; conversations and their messages in pages; the models there are. What the page and
/// the command line speak.
@NullMarked
package parley.dialect.parley;

import org.jspecify.annotations.NullMarked;
