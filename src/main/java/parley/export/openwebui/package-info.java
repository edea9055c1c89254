/// The conversation export of Open WebUI.
@NullMarked
package parley.export.openwebui;

import org.jspecify.annotations.NullMarked;
