/// Addresses of the network: what kind they are, how names become addresses, and connections to an
/// address that was looked at before.
@NullMarked
package parley.net;

import org.jspecify.annotations.NullMarked;
