/// The process that runs one model: started by the server, spoken to over a socket, and free to
/// die.
@NullMarked
package parley.llm.local.child;

import org.jspecify.annotations.NullMarked;
