package parley.llm.builtin.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.builtin.calendar.DateReader;
import parley.llm.builtin.calendar.NoSuchDateException;
import parley.llm.builtin.calendar.WrittenDate;
import parley.llm.builtin.language.FunctionWords;

/// What a text holds that a field could want. Each value is given out once, so that two fields of a
/// kind get two values. For one thread.
final class Evidence {
    // What is asked for stands at the beginning; a pasted book is not searched.
    private static final int CHARACTERS_READ = 4_000;

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d.,-])-?\\d{1,15}(?:\\.\\d{1,9})?(?![\\p{L}\\d])");
    private static final Pattern QUOTED =
            Pattern.compile("\"([^\"\\n]{1,400})\"|“([^”\\n]{1,400})”|`([^`\\n]{1,400})`");
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,4}");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"')]{1,400}");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,}s?");
    private static final Pattern CAPITALISED =
            Pattern.compile(
                    "\\p{Lu}[\\p{L}'’.-]{0,40}(?: (?:(?:de|da|do|of|la|le|van|von|del) )?\\p{Lu}[\\p{L}'’.-]{0,40}){0,4}");
    // Looks ahead, so that of "at the moment in Rio" each preposition is tried.
    private static final Pattern PLACE =
            Pattern.compile(
                    "\\b(?:in|at|for|near|from|to|of|around|within) (?=((?:the )?[\\p{L}'’-]{2,30}(?:"
                            + " [\\p{L}'’-]{2,30}){0,3}))");
    private static final Pattern TIME =
            Pattern.compile("\\b([01]?\\d|2[0-3]):([0-5]\\d)(?::[0-5]\\d)?\\b");

    private final String text;
    private final String lower;
    private final LocalDate today;
    private final List<String> taken = new ArrayList<>();

    Evidence(String text, LocalDate today) {
        this.text = text.substring(0, Math.min(CHARACTERS_READ, text.length()));
        this.lower = this.text.toLowerCase(Locale.ROOT);
        this.today = today;
    }

    String text() {
        return text;
    }

    LocalDate today() {
        return today;
    }

    boolean mentions(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('_', ' ');
        return !plain.isBlank()
                && Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(plain) + "(?![\\p{L}\\d])")
                        .matcher(lower)
                        .find();
    }

    /// The number before a word of the field's name (`45 minutes` for `duration_minutes`), else the
    /// next one behind the name, else the next one in the text. Digits of dates and times are none.
    Optional<String> number(String field) {
        String name = field.toLowerCase(Locale.ROOT).replace('_', ' ');
        for (String word : name.split(" ", -1)) {
            Optional<String> before = word.length() < 3 ? Optional.empty() : numberBefore(word);
            if (before.isPresent()) {
                return before;
            }
        }
        int at = name.isEmpty() ? -1 : lower.indexOf(name);
        Optional<String> near = at < 0 ? Optional.empty() : number(at, at + 60);
        return near.isPresent() ? near : number(0, text.length());
    }

    private Optional<String> numberBefore(String word) {
        String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        Pattern pattern =
                Pattern.compile(
                        "(?<![\\d.,-])(-?\\d{1,15}(?:\\.\\d{1,9})?)[ -]?" + Pattern.quote(stem),
                        Pattern.CASE_INSENSITIVE);
        Matcher matcher = pattern.matcher(text);
        return matcher.find() && take(matcher.group(1) + "@" + matcher.start())
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    private Optional<String> number(int from, int to) {
        return next(NUMBER, match -> isInDate(match.start()) ? "" : match.group(), from, to);
    }

    private boolean isInDate(int index) {
        return dates().stream().anyMatch(date -> date.start() <= index && index < date.end())
                || TIME.matcher(text)
                        .results()
                        .anyMatch(time -> time.start() <= index && index < time.end());
    }

    private List<WrittenDate> dates() {
        try {
            return new DateReader(today).find(lower);
        } catch (NoSuchDateException e) {
            // A date that does not exist is none.
            return List.of();
        }
    }

    Optional<String> quoted() {
        return next(QUOTED, Evidence::firstGroup, 0, text.length());
    }

    Optional<String> email() {
        return next(EMAIL, Matcher::group, 0, text.length());
    }

    Optional<String> url() {
        return next(URL, Matcher::group, 0, text.length());
    }

    Optional<String> time() {
        return next(TIME, Matcher::group, 0, text.length());
    }

    /// The next date, as `2026-11-21`.
    Optional<LocalDate> date() {
        for (WrittenDate written : dates()) {
            String words = text.substring(written.start(), written.end());
            if (take(words + "@" + written.start())) {
                return Optional.of(written.date());
            }
        }
        return Optional.empty();
    }

    /// The next name of a place: a capitalised one, else the words behind "in", "at", "for".
    Optional<String> place() {
        Optional<String> behind =
                next(PLACE, match -> capitalisedIn(match.group(1)), 0, text.length());
        Optional<String> name = behind.isPresent() ? behind : name();
        return name.isPresent()
                ? name
                : next(PLACE, match -> withoutTail(match.group(1)), 0, text.length());
    }

    /// The next capitalised name that does not just begin a sentence.
    Optional<String> name() {
        return next(CAPITALISED, this::nameAt, 0, text.length());
    }

    /// What stands behind the field's name: `title: Standup`, `title is "Standup"`.
    Optional<String> labelled(String field) {
        String words = Pattern.quote(field.toLowerCase(Locale.ROOT).replace('_', ' '));
        Matcher matcher =
                Pattern.compile(
                                "\\b"
                                        + words
                                        + "\\b(?: is| was| of| to| called| named)? ?[:=]?"
                                        + " ?(?:\"([^\"\\n]{1,400})\"|“([^”\\n]{1,400})”|([^,;.\\n]{1,80}))",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(text);
        boolean said = matcher.find() && matcher.group().length() > field.length() + 1;
        return said
                ? Optional.of(firstGroup(matcher).strip()).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    private Optional<String> next(
            Pattern pattern, Function<Matcher, String> value, int from, int to) {
        Matcher matcher = pattern.matcher(text);
        matcher.region(from, Math.min(to, text.length()));
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            String found = value.apply(matcher);
            if (!found.isEmpty() && take(found + "@" + matcher.start())) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private boolean take(String value) {
        return !taken.contains(value) && taken.add(value);
    }

    private static String firstGroup(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String value = matcher.group(group);
            if (value != null) {
                return value;
            }
        }
        return matcher.group();
    }

    private static String capitalisedIn(String words) {
        Matcher matcher = CAPITALISED.matcher(words);
        matcher.region(words.startsWith("the ") ? 4 : 0, words.length());
        return matcher.lookingAt() ? trimmed(matcher.group()) : "";
    }

    private String nameAt(Matcher match) {
        String name = trimmed(match.group());
        boolean quoted = match.start() > 0 && "\"“`".indexOf(text.charAt(match.start() - 1)) >= 0;
        if (quoted || ABBREVIATION.matcher(name).matches()) {
            return "";
        }
        int space = name.indexOf(' ');
        boolean beginsSentence =
                match.start() == 0
                        || text.substring(0, match.start()).stripTrailing().matches("(?s).*[.!?:]");
        String first = space < 0 ? name : name.substring(0, space);
        if (!beginsSentence) {
            return FunctionWords.isOne(first.toLowerCase(Locale.ROOT)) ? "" : name;
        }
        return space < 0 ? "" : name.substring(space + 1);
    }

    private static String withoutTail(String words) {
        StringBuilder kept = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            String plain = word.toLowerCase(Locale.ROOT);
            boolean ends =
                    FunctionWords.isOne(plain)
                            || List.of("today", "tomorrow", "now", "celsius", "fahrenheit")
                                    .contains(plain);
            if (ends && !kept.isEmpty()) {
                break;
            }
            if (!ends) {
                kept.append(kept.isEmpty() ? "" : " ").append(word);
            }
        }
        return kept.toString();
    }

    private static String trimmed(String name) {
        return name.replaceAll("(?:['’]s)?[.'’-]*$", "");
    }
}
