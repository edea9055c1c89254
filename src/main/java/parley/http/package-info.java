/// The web server. The only package that knows Vert.x.
@NullMarked
package parley.http;

import org.jspecify.annotations.NullMarked;
