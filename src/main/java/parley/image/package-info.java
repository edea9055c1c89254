/// Making and changing pictures: what can be wished for, the tasks that do it, the pictures that
/// are kept, and the engines that do the work.
@NullMarked
package parley.image;

import org.jspecify.annotations.NullMarked;
