package parley.document.extract.pdf;

import java.awt.geom.Point2D;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/// The operators that draw paths (ISO 32000-1, 8.5), as far as the box around a path depends on
/// them.
final class PathOperators {
    private static final List<String> STEPS = List.of("m", "l", "c", "v", "y");
    private static final List<String> FILLS = List.of("f", "F", "f*", "B", "B*", "b", "b*");
    private static final List<String> OTHER_ENDS = List.of("S", "s", "n");

    private PathOperators() {}

    /// @param filled is run when a path has been filled, before it is forgotten
    static void addTo(PDFStreamEngine engine, Shape shape, Runnable filled) {
        for (String name : STEPS) {
            engine.addOperator(
                    new PathOperator(name, engine, numbers -> addPoints(engine, shape, numbers)));
        }
        engine.addOperator(
                new PathOperator("re", engine, numbers -> addRectangle(engine, shape, numbers)));
        for (String name : FILLS) {
            engine.addOperator(
                    new PathOperator(
                            name,
                            engine,
                            _ -> {
                                filled.run();
                                shape.clear();
                            }));
        }
        for (String name : OTHER_ENDS) {
            engine.addOperator(new PathOperator(name, engine, _ -> shape.clear()));
        }
    }

    private static void addPoints(PDFStreamEngine engine, Shape shape, float[] numbers) {
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            add(engine, shape, numbers[i], numbers[i + 1]);
        }
    }

    private static void addRectangle(PDFStreamEngine engine, Shape shape, float[] numbers) {
        if (numbers.length >= 4) {
            add(engine, shape, numbers[0], numbers[1]);
            add(engine, shape, numbers[0] + numbers[2], numbers[1] + numbers[3]);
        }
    }

    private static void add(PDFStreamEngine engine, Shape shape, float x, float y) {
        Point2D.Float point = engine.transformedPoint(x, y);
        shape.add(point.x, point.y);
    }

    /// Does something with the numbers of an operator.
    @FunctionalInterface
    private interface Step {
        void take(float[] numbers);
    }

    private static final class PathOperator extends OperatorProcessor {
        private final String name;
        private final Step step;

        PathOperator(String name, PDFStreamEngine engine, Step step) {
            super(engine);
            this.name = name;
            this.step = step;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            float[] numbers = new float[operands.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
            }
            step.take(numbers);
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
