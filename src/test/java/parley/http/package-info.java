/// Tests of the web server, over real sockets.
@NullMarked
package parley.http;

import org.jspecify.annotations.NullMarked;
