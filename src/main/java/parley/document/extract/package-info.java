/// Reading documents: what kind a file is, and the text of each kind. Files are taken for hostile:
/// those whose contents can unpack to more than they weigh are read in a process of their own, with
/// a bound on memory and time.
@NullMarked
package parley.document.extract;

import org.jspecify.annotations.NullMarked;
