/// The SQL stores, and what is done with a database as a whole: open, back up, restore. The stores
/// run on every database; what differs between databases is in the packages below.
@NullMarked
package parley.storage;

import org.jspecify.annotations.NullMarked;
