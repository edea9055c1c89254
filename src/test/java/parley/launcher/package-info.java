/// The launcher script, with stand-ins for Java and Maven.
@NullMarked
package parley.launcher;

import org.jspecify.annotations.NullMarked;
