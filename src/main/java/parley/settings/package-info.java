/// How settings are declared, found (file, environment, command line) and checked.
@NullMarked
package parley.settings;

import org.jspecify.annotations.NullMarked;
