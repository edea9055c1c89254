/// Files of pictures: read as if they were hostile, fetched from public addresses alone, written.
@NullMarked
package parley.image.intake;

import org.jspecify.annotations.NullMarked;
