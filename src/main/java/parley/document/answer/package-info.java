/// Answers from documents without a model. Every word about a subject is the documents' own, quoted
/// with its page; what they do not say is said to be missing.
@NullMarked
package parley.document.answer;

import org.jspecify.annotations.NullMarked;
