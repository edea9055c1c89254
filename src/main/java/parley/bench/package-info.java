/// `parley bench`: measures the server against what the same machine can do at best. Talks to what
/// it measures over HTTP only, as a client does; a leaf that nothing else knows.
@NullMarked
package parley.bench;

import org.jspecify.annotations.NullMarked;
