/// Tests of the program as a user or an operator meets it: a process that is started, killed,
/// stopped, and runs out of disk.
@NullMarked
package parley.program;

import org.jspecify.annotations.NullMarked;
