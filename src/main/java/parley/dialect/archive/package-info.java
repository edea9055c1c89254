/// Taking data away and bringing it: exports of conversations and of whole accounts, imports.
@NullMarked
package parley.dialect.archive;

import org.jspecify.annotations.NullMarked;
