package parley.image.onnx;

import parley.image.pixel.Plane;

/// What a model gives back: planes of numbers.
///
/// @param values plane by plane, each row by row from the top
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record Tensor(int channels, int width, int height, float[] values) {
    Plane plane(int channel) {
        float[] made = new float[width * height];
        System.arraycopy(values, channel * made.length, made, 0, made.length);
        return new Plane(width, height, made);
    }
}
