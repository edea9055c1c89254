package parley.image.operation.scene.place;

/// Where things of a kind may stand: from far, at the top, to near. In units.
///
/// @param farDepth how far away the top is: 0 is close by, 1 on the horizon
public record Band(double top, double bottom, double left, double right, double farDepth) {
    /// @param near 0 is far, 1 is near
    public double at(double near) {
        return top + (bottom - top) * near;
    }

    public double across(double share) {
        return left + (right - left) * share;
    }

    /// How far away something is that stands at a height.
    public double depth(double y) {
        double far = bottom > top ? Math.clamp((bottom - y) / (bottom - top), 0, 1) : 0;
        return far * farDepth;
    }
}
