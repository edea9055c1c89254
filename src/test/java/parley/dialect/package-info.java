/// Contracts are tested as their clients meet them: over HTTP, against a whole server.
@NullMarked
package parley.dialect;

import org.jspecify.annotations.NullMarked;
