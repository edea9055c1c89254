/// How the model of intents is learned: from sentences of our own, with slips of the pen.
@NullMarked
package parley.image.intent.learned.training;

import org.jspecify.annotations.NullMarked;
