package parley.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// A properties file of settings: UTF-8, every name at most once.
final class SettingsFile {
    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private SettingsFile() {}

    /// What the file gives, in no order; nothing if there is no such file.
    static List<GivenValue> read(Path file) {
        if (Files.notExists(file)) {
            return List.of();
        }
        String place = String.valueOf(file.getFileName());
        try {
            return parse(place, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw unreadable(place + " is not UTF-8 text; save it as UTF-8.", e);
        } catch (IOException e) {
            throw unreadable(place + " cannot be read; it must be a file you may read.", e);
        }
    }

    /// Whether its owner alone may read and change it. Where files have no such rights, they are
    /// taken to be private.
    static boolean isPrivate(Path file) {
        try {
            return Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS);
        } catch (UnsupportedOperationException e) {
            return true;
        } catch (IOException e) {
            throw unreadable(
                    "It cannot be seen who may read %s; it must be a file you own."
                            .formatted(file.getFileName()),
                    e);
        }
    }

    private static List<GivenValue> parse(String place, String text) throws IOException {
        UniqueProperties properties = new UniqueProperties(place);
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw unreadable(place + " has a \\u that is not followed by four hex digits.", e);
        }
        return properties.given;
    }

    private static AppException unreadable(String sentence, Exception cause) {
        return new AppException(ErrorCode.INVALID_REQUEST, sentence, cause);
    }

    /// Refuses what `Properties` would silently overwrite. `Properties.load` hands every pair to
    /// `put`.
    private static final class UniqueProperties extends Properties {
        private static final long serialVersionUID = 1L;

        private final String place;
        private final transient List<GivenValue> given = new ArrayList<>();

        UniqueProperties(String place) {
            this.place = place;
        }

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            String name = key.toString();
            if (containsKey(name)) {
                throw new AppException(
                        ErrorCode.INVALID_REQUEST,
                        "%s sets %s twice; keep one of the lines.".formatted(place, name));
            }
            given.add(new GivenValue(SettingOrigin.FILE, place, name, value.toString()));
            return super.put(key, value);
        }
    }
}
