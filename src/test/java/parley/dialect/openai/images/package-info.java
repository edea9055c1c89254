@NullMarked
package parley.dialect.openai.images;

import org.jspecify.annotations.NullMarked;
