package parley.document.extract;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.document.Block;
import parley.document.Bookmark;
import parley.document.DocumentFacts;
import parley.document.DocumentPage;
import parley.document.ExtractedDocument;

/// A document on its way between two processes of one version.
final class DocumentWire {
    private static final int MOST_BYTES_A_TEXT = 1 << 30;

    private DocumentWire() {}

    static void write(ExtractedDocument document, DataOutput out) throws IOException {
        writeText(document.mediaType(), out);
        out.writeInt(document.pages().size());
        for (DocumentPage page : document.pages()) {
            out.writeInt(page.number());
            out.writeBoolean(page.recognised());
            out.writeInt(page.blocks().size());
            for (Block block : page.blocks()) {
                writeText(block.kind().name(), out);
                out.writeByte(block.level());
                writeText(block.text(), out);
            }
        }
        write(document.facts(), out);
    }

    private static void write(DocumentFacts facts, DataOutput out) throws IOException {
        out.writeInt(facts.pages());
        writeMaybe(facts.title(), out);
        writeMaybe(facts.author(), out);
        writeMaybe(facts.subject(), out);
        writeMaybe(facts.createdAt().map(Instant::toString), out);
        writeMaybe(facts.modifiedAt().map(Instant::toString), out);
        writeMaybe(facts.language(), out);
        out.writeInt(facts.outline().size());
        for (Bookmark bookmark : facts.outline()) {
            out.writeInt(bookmark.level());
            writeText(bookmark.title(), out);
            out.writeInt(bookmark.page());
        }
        out.writeInt(facts.unreadable().size());
        for (int page : facts.unreadable()) {
            out.writeInt(page);
        }
    }

    private static void writeMaybe(Optional<String> text, DataOutput out) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            writeText(text.get(), out);
        }
    }

    static void writeText(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static ExtractedDocument read(DataInput in) throws IOException {
        String mediaType = readText(in);
        List<DocumentPage> pages = new ArrayList<>();
        int pageCount = in.readInt();
        for (int page = 0; page < pageCount; page++) {
            int number = in.readInt();
            boolean recognised = in.readBoolean();
            pages.add(new DocumentPage(number, readBlocks(in), recognised));
        }
        return new ExtractedDocument(mediaType, pages, readFacts(in));
    }

    private static List<Block> readBlocks(DataInput in) throws IOException {
        List<Block> blocks = new ArrayList<>();
        int count = in.readInt();
        for (int block = 0; block < count; block++) {
            Block.Kind kind = Block.Kind.valueOf(readText(in));
            int level = in.readByte();
            blocks.add(new Block(kind, level, readText(in)));
        }
        return blocks;
    }

    private static DocumentFacts readFacts(DataInput in) throws IOException {
        int pages = in.readInt();
        Optional<String> title = readMaybe(in);
        Optional<String> author = readMaybe(in);
        Optional<String> subject = readMaybe(in);
        Optional<Instant> createdAt = readMaybe(in).map(Instant::parse);
        Optional<Instant> modifiedAt = readMaybe(in).map(Instant::parse);
        Optional<String> language = readMaybe(in);
        List<Bookmark> outline = new ArrayList<>();
        int bookmarks = in.readInt();
        for (int i = 0; i < bookmarks; i++) {
            outline.add(new Bookmark(in.readInt(), readText(in), in.readInt()));
        }
        List<Integer> unreadable = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            unreadable.add(in.readInt());
        }
        return new DocumentFacts(
                pages,
                title,
                author,
                subject,
                createdAt,
                modifiedAt,
                language,
                outline,
                unreadable);
    }

    private static Optional<String> readMaybe(DataInput in) throws IOException {
        return in.readBoolean() ? Optional.of(readText(in)) : Optional.empty();
    }

    static String readText(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES_A_TEXT) {
            throw new IOException("A text of %d bytes was announced.".formatted(length));
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
