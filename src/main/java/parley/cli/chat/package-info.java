/// Talking to a server from a terminal, over the server's own HTTP API.
@NullMarked
package parley.cli.chat;

import org.jspecify.annotations.NullMarked;
