/// MySQL and MariaDB as a source of data: connected so that it can be read and nothing else.
@NullMarked
package parley.analysis.sql.mysql;

import org.jspecify.annotations.NullMarked;
