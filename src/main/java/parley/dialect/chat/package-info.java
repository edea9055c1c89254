/// The contract of clients that stream raw text, switch models and page through their history
/// (`/v1/chat/…`). Every route needs a token.
@NullMarked
package parley.dialect.chat;

import org.jspecify.annotations.NullMarked;
