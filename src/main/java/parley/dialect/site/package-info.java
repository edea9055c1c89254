/// What a browser opens: the page, the description of the API, and its reader.
@NullMarked
package parley.dialect.site;

import org.jspecify.annotations.NullMarked;
