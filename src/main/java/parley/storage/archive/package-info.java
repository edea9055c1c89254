/// Everything a database holds as one portable file that every database can load: gzip of JSON
/// lines. First `{"archive":"parley","schema":…}`; then a line for each row, the table's name and
/// the values in the order of [parley.storage.archive.Table]; last how many rows there are of each
/// table, the last id each table gave, and the SHA-256 of all lines before.
@NullMarked
package parley.storage.archive;

import org.jspecify.annotations.NullMarked;
