/// Conversations as pages for people - Markdown and PDF.
@NullMarked
package parley.export.page;

import org.jspecify.annotations.NullMarked;
