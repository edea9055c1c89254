/// Image services elsewhere: one file for each.
@NullMarked
package parley.image.remote;

import org.jspecify.annotations.NullMarked;
