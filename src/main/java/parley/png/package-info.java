/// The frame of PNG files: what all of them have, whoever writes them.
@NullMarked
package parley.png;

import org.jspecify.annotations.NullMarked;
