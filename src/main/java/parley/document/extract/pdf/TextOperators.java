package parley.document.extract.pdf;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/// The operators that text depends on.
final class TextOperators {
    private TextOperators() {}

    /// @param picture is run for every picture
    static void addTo(PDFStreamEngine engine, Runnable picture) {
        engine.addOperator(new BeginText(engine));
        engine.addOperator(new EndText(engine));
        engine.addOperator(new Concatenate(engine));
        engine.addOperator(new Save(engine));
        engine.addOperator(new Restore(engine));
        engine.addOperator(new SetMatrix(engine));
        engine.addOperator(new SetGraphicsStateParameters(engine));
        engine.addOperator(new MoveText(engine));
        engine.addOperator(new MoveTextSetLeading(engine));
        engine.addOperator(new NextLine(engine));
        engine.addOperator(new SetCharSpacing(engine));
        engine.addOperator(new SetWordSpacing(engine));
        engine.addOperator(new SetFontAndSize(engine));
        engine.addOperator(new SetTextHorizontalScaling(engine));
        engine.addOperator(new SetTextLeading(engine));
        engine.addOperator(new SetTextRise(engine));
        engine.addOperator(new ShowText(engine));
        engine.addOperator(new ShowTextAdjusted(engine));
        engine.addOperator(new ShowTextLine(engine));
        engine.addOperator(new ShowTextLineAndSpace(engine));
        engine.addOperator(new BeginMarkedContentSequence(engine));
        engine.addOperator(new BeginMarkedContentSequenceWithProperties(engine));
        engine.addOperator(new EndMarkedContentSequence(engine));
        engine.addOperator(new ShowObject(engine, picture));
    }

    /// `Do`: runs forms, and does not so much as open a picture.
    private static final class ShowObject extends OperatorProcessor {
        private static final int DEEPEST = 25;
        private final Runnable picture;
        private final Set<COSStream> running = Collections.newSetFromMap(new IdentityHashMap<>());

        ShowObject(PDFStreamEngine engine, Runnable picture) {
            super(engine);
            this.picture = picture;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            @Nullable COSStream object = object(operands);
            if (object == null) {
                return;
            }
            COSName kind = object.getCOSName(COSName.SUBTYPE);
            if (COSName.IMAGE.equals(kind)) {
                picture.run();
            } else if (COSName.FORM.equals(kind)) {
                showForm(object);
            }
        }

        private @Nullable COSStream object(List<COSBase> operands) {
            @Nullable PDResources resources = getContext().getResources();
            if (operands.isEmpty()
                    || !(operands.getFirst() instanceof COSName name)
                    || resources == null) {
                return null;
            }
            @Nullable COSDictionary objects =
                    resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
            return objects == null ? null : objects.getCOSStream(name);
        }

        private void showForm(COSStream stream) throws IOException {
            PDFStreamEngine engine = getContext();
            if (engine.getLevel() > DEEPEST
                    || running.contains(stream)
                    || !(PDXObject.createXObject(stream, engine.getResources())
                            instanceof PDFormXObject form)) {
                return;
            }
            engine.increaseLevel();
            running.add(stream);
            try {
                engine.showForm(form);
            } finally {
                running.remove(stream);
                engine.decreaseLevel();
            }
        }

        @Override
        public String getName() {
            return OperatorName.DRAW_OBJECT;
        }
    }
}
