/// What a scripted server says in the terms of Hugging Face's inference API.
@NullMarked
package parley.testing.huggingface;

import org.jspecify.annotations.NullMarked;
