/// The built-in engine: one file for each operation, and a folder for what it is made of.
@NullMarked
package parley.image.operation;

import org.jspecify.annotations.NullMarked;
