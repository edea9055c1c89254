/// The parts of an account's archive, one file each.
@NullMarked
package parley.export.archive;

import org.jspecify.annotations.NullMarked;
