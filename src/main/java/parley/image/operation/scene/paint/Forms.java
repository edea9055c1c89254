package parley.image.operation.scene.paint;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Outlines from a few numbers.
public final class Forms {
    private Forms() {}

    public static Shape oval(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    public static Shape disc(double x, double y, double radius) {
        return oval(x, y, radius, radius);
    }

    /// @param x the left edge
    /// @param y the upper edge
    public static Shape box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    public static Shape round(double x, double y, double width, double height, double radius) {
        return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
    }

    /// Straight lines through `x, y, x, y, …`, closed.
    public static Shape poly(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    /// A closed curve through `x, y, x, y, …` (Catmull and Rom, 1974).
    public static Shape smooth(double... points) {
        return spline(points, true);
    }

    private static Path2D spline(double[] points, boolean closed) {
        int count = points.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 0; i < (closed ? count : count - 1); i++) {
            int before = closed ? (i + count - 1) % count : Math.max(0, i - 1);
            int next = (i + 1) % count;
            int after = closed ? (i + 2) % count : Math.min(count - 1, i + 2);
            path.curveTo(
                    points[2 * i] + (points[2 * next] - points[2 * before]) / 6,
                    points[2 * i + 1] + (points[2 * next + 1] - points[2 * before + 1]) / 6,
                    points[2 * next] - (points[2 * after] - points[2 * i]) / 6,
                    points[2 * next + 1] - (points[2 * after + 1] - points[2 * i + 1]) / 6,
                    points[2 * next],
                    points[2 * next + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    /// A rounded stroke along a curve through `x, y, x, y, …`.
    public static Shape stroke(double wide, double... points) {
        return outline(wide, spline(points, false));
    }

    /// A stroke of straight pieces.
    public static Shape bars(double wide, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return outline(wide, path);
    }

    /// The outline of a form as a form.
    public static Shape outline(double wide, Shape path) {
        return new BasicStroke((float) wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(path);
    }

    public static Shape ring(double x, double y, double radius, double wide) {
        return outline(wide, disc(x, y, radius));
    }

    public static Shape without(Shape shape, Shape hole) {
        Area area = new Area(shape);
        area.subtract(new Area(hole));
        return area;
    }

    public static Shape within(Shape shape, Shape bounds) {
        Area area = new Area(shape);
        area.intersect(new Area(bounds));
        return area;
    }

    public static Shape both(Shape first, Shape second) {
        Area area = new Area(first);
        area.add(new Area(second));
        return area;
    }

    /// @param points how many points
    /// @param inner the inner radius, as a share of the outer
    public static Shape star(double x, double y, double radius, int points, double inner) {
        double[] corners = new double[4 * points];
        for (int i = 0; i < 2 * points; i++) {
            double reach = i % 2 == 0 ? radius : radius * inner;
            corners[2 * i] = x + reach * Math.sin(Math.PI * i / points);
            corners[2 * i + 1] = y - reach * Math.cos(Math.PI * i / points);
        }
        return poly(corners);
    }
}
