/// Image models of the user's own, run by ONNX Runtime.
@NullMarked
package parley.image.onnx;

import org.jspecify.annotations.NullMarked;
