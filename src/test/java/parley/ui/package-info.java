/// The page in a real browser, on a real server.
@NullMarked
package parley.ui;

import org.jspecify.annotations.NullMarked;
