package parley.export;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The files in a ZIP file, read as if it were hostile: its table of contents is measured before it
/// is read, nothing is ever written under a name that stands in it, and what is unpacked is
/// counted.
public final class PackedFiles implements BesideFiles, AutoCloseable {
    private static final long MOST_ENTRIES = 500_000;
    private static final long LONGEST_TABLE = 64L << 20;
    private static final long LARGEST_BESIDE = 20L << 20;

    /// What is packed more tightly than this, beyond the first megabytes, is no text and no picture
    /// but a bomb: texts come to some 20, and 1,032 is what the format can do.
    private static final long TIGHTEST = 250;

    private static final long UNSUSPICIOUS = 64L << 20;

    private final ZipFile zip;
    private final long most;
    private final Map<String, ZipEntry> entries = new TreeMap<>();
    private final NavigableMap<String, String> byBaseName = new TreeMap<>();

    private PackedFiles(ZipFile zip, long most) {
        this.zip = zip;
        this.most = most;
    }

    /// @param most how many bytes all files together may have
    /// @throws AppException (422) if it is damaged, or a name in it leads out of it; (413) if there
    ///   is too much in it
    static PackedFiles open(Path file, long most) throws IOException {
        ZipTail tail = ZipTail.read(file).orElseThrow(() -> damaged(null));
        if (tail.entries() > MOST_ENTRIES || tail.bytes() > LONGEST_TABLE || tail.bytes() < 0) {
            throw new AppException(
                    ErrorCode.TOO_LARGE,
                    "The ZIP file lists %d files; at most %d are read."
                            .formatted(tail.entries(), MOST_ENTRIES));
        }
        ZipFile zip = open(file);
        PackedFiles files = new PackedFiles(zip, most);
        boolean good = false;
        try {
            files.list();
            good = true;
            return files;
        } finally {
            if (!good) {
                zip.close();
            }
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private void list() {
        long declared = 0;
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            requireHarmless(name);
            if (entry.isDirectory()) {
                continue;
            }
            declared += Math.max(0, entry.getSize());
            if (declared > most || declared < 0) {
                throw tooMuch();
            }
            if (entries.put(name, entry) != null) {
                throw new AppException(
                        ErrorCode.UNPROCESSABLE,
                        "The ZIP file holds \"%s\" twice.".formatted(shown(name)));
            }
            byBaseName.putIfAbsent(name.substring(name.lastIndexOf('/') + 1), name);
        }
    }

    /// Nothing here uses names as paths; who writes such a name means no good nonetheless.
    private static void requireHarmless(String name) {
        boolean leadsOut =
                name.startsWith("/")
                        || name.contains("\\")
                        || name.contains("\0")
                        || name.matches("[A-Za-z]:.*")
                        || List.of(name.split("/")).contains("..");
        if (leadsOut) {
            throw new AppException(
                    ErrorCode.UNPROCESSABLE,
                    "The ZIP file holds \"%s\", a name that leads out of it. Nothing was imported."
                            .formatted(shown(name)));
        }
    }

    private static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 100 ? printable.substring(0, 100) + "…" : printable;
    }

    public List<String> names() {
        return new ArrayList<>(entries.keySet());
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /// A file of the archive. Reading it throws [AppException]: (422) where it is damaged, (413)
    /// where it is a bomb.
    ///
    /// @throws AppException (422) if it is not there
    public InputStream open(String name) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new AppException(
                    ErrorCode.UNPROCESSABLE, "The archive lacks \"%s\".".formatted(shown(name)));
        }
        try {
            return new Counted(zip.getInputStream(entry), entry.getCompressedSize());
        } catch (ZipException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> beginningWith(String id) {
        for (Map.Entry<String, String> found : byBaseName.tailMap(id).entrySet()) {
            if (!found.getKey().startsWith(id)) {
                return Optional.empty();
            }
            if (!continues(found.getKey(), id)) {
                return read(found.getValue());
            }
        }
        return Optional.empty();
    }

    /// Whether the name is that of another, longer id.
    private static boolean continues(String name, String id) {
        return name.length() > id.length() && Character.isLetterOrDigit(name.charAt(id.length()));
    }

    private Optional<byte[]> read(String name) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes((int) LARGEST_BESIDE + 1);
            return bytes.length > LARGEST_BESIDE ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static AppException damaged(@Nullable Throwable cause) {
        return new AppException(
                ErrorCode.UNPROCESSABLE,
                "The ZIP file is damaged, or not whole. Nothing was imported; send it again.",
                cause);
    }

    private AppException tooMuch() {
        return new AppException(
                ErrorCode.TOO_LARGE,
                "The ZIP file holds more than the %d bytes that are unpacked.".formatted(most));
    }

    /// Counts what is unpacked.
    private final class Counted extends FilterInputStream {
        private final long packed;
        private long unpacked;

        Counted(InputStream in, long packed) {
            super(in);
            this.packed = Math.max(1, packed);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int read = super.read(into, offset, length);
                unpacked += Math.max(0, read);
                if (unpacked > most || (unpacked > UNSUSPICIOUS && unpacked / packed > TIGHTEST)) {
                    throw tooMuch();
                }
                return read;
            } catch (ZipException | EOFException e) {
                throw damaged(e);
            }
        }
    }
}
