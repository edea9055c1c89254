/// Pictures from words with latent diffusion models in ONNX folders: Stable Diffusion, SD-Turbo,
/// and what was exported like them.
@NullMarked
package parley.image.onnx.diffusion;

import org.jspecify.annotations.NullMarked;
