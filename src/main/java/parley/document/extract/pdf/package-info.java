/// Reading PDF: glyphs from the content streams, the layout of a page, and what the pages of a
/// document have in common.
@NullMarked
package parley.document.extract.pdf;

import org.jspecify.annotations.NullMarked;
