/// The contract of a chat front end whose conversations are called sessions.
@NullMarked
package parley.dialect.sessions;

import org.jspecify.annotations.NullMarked;
