/// What reimagining is made of: moods, motifs that words name, compositions, weather, and the
/// distances that say how far a variation has gone.
@NullMarked
package parley.image.operation.reimagine;

import org.jspecify.annotations.NullMarked;
