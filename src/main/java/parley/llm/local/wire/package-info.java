/// What the server and the process that runs a model say to each other, and how it is framed.
@NullMarked
package parley.llm.local.wire;

import org.jspecify.annotations.NullMarked;
