/// Export and import: conversations as files for people and for programs, an account's whole data
/// as one archive, and the exports of other programs.
@NullMarked
package parley.export;

import org.jspecify.annotations.NullMarked;
