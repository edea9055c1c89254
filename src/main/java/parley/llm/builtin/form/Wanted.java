package parley.llm.builtin.form;

import java.util.List;
import java.util.Locale;

/// What a text field is for, guessed from its name.
enum Wanted {
    PLACE,
    DATE,
    TIME,
    PERSON,
    EMAIL,
    URL,
    EXPRESSION,
    /// The answer to the question itself.
    ANSWER,
    /// What is asked about.
    TOPIC,
    ANYTHING;

    /// @param field a field's name: `departure_city`, `departureCity`
    static Wanted of(String field) {
        List<String> parts = parts(field);
        for (int index = parts.size() - 1; index >= 0; index--) {
            Wanted wanted = ofWord(parts.get(index));
            if (wanted != ANYTHING) {
                return wanted;
            }
        }
        return ANYTHING;
    }

    private static Wanted ofWord(String word) {
        return switch (word) {
            case "location",
                    "city",
                    "place",
                    "town",
                    "country",
                    "region",
                    "state",
                    "destination",
                    "origin",
                    "venue",
                    "capital" ->
                    PLACE;
            case "date", "day", "deadline", "birthday", "when", "due" -> DATE;
            case "time", "hour" -> TIME;
            case "name",
                    "person",
                    "author",
                    "user",
                    "username",
                    "recipient",
                    "customer",
                    "attendee",
                    "attendees",
                    "participant",
                    "participants",
                    "people",
                    "persons",
                    "names",
                    "contact" ->
                    PERSON;
            case "email", "mail", "e-mail", "emails" -> EMAIL;
            case "url", "uri", "link", "website", "href" -> URL;
            case "expression", "formula", "calculation", "equation", "math" -> EXPRESSION;
            case "answer",
                    "response",
                    "reply",
                    "result",
                    "summary",
                    "explanation",
                    "output",
                    "final_answer",
                    "reasoning",
                    "steps",
                    "step" ->
                    ANSWER;
            case "query",
                    "q",
                    "search",
                    "keyword",
                    "keywords",
                    "topic",
                    "subject",
                    "question",
                    "prompt",
                    "text",
                    "message",
                    "input",
                    "content",
                    "body",
                    "term",
                    "description",
                    "title",
                    "task",
                    "note",
                    "sentence" ->
                    TOPIC;
            default -> ANYTHING;
        };
    }

    private static List<String> parts(String field) {
        String spaced = field.replaceAll("(?<=[a-z\\d])(?=[A-Z])", "_");
        return List.of(spaced.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d-]+", -1));
    }
}
