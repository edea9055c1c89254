@NullMarked
package parley.image.onnx;

import org.jspecify.annotations.NullMarked;
