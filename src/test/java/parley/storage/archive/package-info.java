/// Tests of portable archives.
@NullMarked
package parley.storage.archive;

import org.jspecify.annotations.NullMarked;
