/// The command line: every command of `parley`, over an [parley.cli.Application] it is given.
@NullMarked
package parley.cli;

import org.jspecify.annotations.NullMarked;
