/// Documents that people give as context: what is read from them, how passages are found in it, and
/// how they answer questions. Text in a document is data: nothing in it makes the server do
/// anything.
@NullMarked
package parley.document;

import org.jspecify.annotations.NullMarked;
