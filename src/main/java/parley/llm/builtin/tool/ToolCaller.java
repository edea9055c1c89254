package parley.llm.builtin.tool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.ToolUse;
import parley.llm.builtin.form.Form;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;

/// Decides which of the client's tools to ask for, and with which arguments. The same question and
/// tools give the same calls.
public final class ToolCaller {
    private static final int MOST_CALLS = 8;
    private static final Pattern JOINT =
            Pattern.compile(
                    "[.?!;]\\s+|,? and (?=(?:what|who|where|when|how|tell|search|look|set|send|create|book|find|get|call|check|add|calculate)\\b)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL_NAMES =
            Pattern.compile(
                    "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)*(?:,"
                            + " \\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)*)*,? and"
                            + " \\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)*");
    private static final Pattern ASKING =
            Pattern.compile(
                    "^(?:please |can you |could you |what(?:'s| is| are| does)? (?:the )?|who is"
                            + " |search (?:the web )?(?:for )?|look up |find (?:me )?|calculate"
                            + " |compute |tell me (?:about )?)",
                    Pattern.CASE_INSENSITIVE);

    private final ToolUse tools;
    private final LocalDate today;

    public ToolCaller(ToolUse tools, LocalDate today) {
        this.tools = tools;
        this.today = today;
    }

    /// The calls that the last message of a conversation leads to; empty where it is to be answered
    /// in words.
    public List<Part.ToolCall> calls(List<ChatMessage> messages) {
        ChatMessage last = messages.getLast();
        if (!tools.offered()) {
            return List.of();
        }
        boolean answered = last.role() == Role.TOOL;
        return switch (tools.choice()) {
            case ToolUse.ToolChoice.None _ -> List.of();
            case ToolUse.ToolChoice.Auto _ ->
                    answered ? List.of() : planned(messages, last.text(), false);
            case ToolUse.ToolChoice.Required _ -> planned(messages, question(messages), true);
            case ToolUse.ToolChoice.Named(String name) ->
                    tools.tools().stream()
                            .filter(tool -> tool.name().equals(name))
                            .findFirst()
                            .map(tool -> numbered(messages, of(tool, question(messages))))
                            .orElse(List.of());
        };
    }

    private static String question(List<ChatMessage> messages) {
        return messages.reversed().stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .orElse(messages.getLast())
                .text();
    }

    private List<Part.ToolCall> planned(
            List<ChatMessage> messages, String question, boolean required) {
        List<Wish> wishes = new ArrayList<>();
        for (String part : JOINT.split(question, MOST_CALLS)) {
            ToolChoiceMaker.meant(tools.tools(), part)
                    .ifPresent(tool -> wishes.addAll(of(tool, part)));
        }
        if (wishes.isEmpty() && required) {
            ToolChoiceMaker.best(tools.tools(), question)
                    .ifPresent(tool -> wishes.addAll(of(tool, question)));
        }
        return numbered(messages, wishes);
    }

    private record Wish(ToolUse.Tool tool, String text) {}

    /// "The weather in Paris and Rome" is two calls, "in Paris" one.
    private List<Wish> of(ToolUse.Tool tool, String text) {
        Matcher names = SEVERAL_NAMES.matcher(text);
        if (!tools.parallel() || takesLists(tool) || !names.find()) {
            return List.of(new Wish(tool, text));
        }
        String before = text.substring(0, names.start());
        String behind = text.substring(names.end());
        return Arrays.stream(names.group().split(",? and |, ", -1))
                .map(name -> new Wish(tool, before + name + behind))
                .toList();
    }

    private static boolean takesLists(ToolUse.Tool tool) {
        return tool.parameters().replaceAll("\\s", "").contains("\"type\":\"array\"");
    }

    private List<Part.ToolCall> numbered(List<ChatMessage> messages, List<Wish> wishes) {
        List<Part.ToolCall> calls = new ArrayList<>();
        int most = tools.parallel() ? MOST_CALLS : 1;
        for (Wish wish : wishes.subList(0, Math.min(most, wishes.size()))) {
            String arguments = arguments(wish);
            String id = id(messages.size(), calls.size(), wish.tool().name() + arguments);
            calls.add(new Part.ToolCall(id, wish.tool().name(), arguments));
        }
        return calls;
    }

    private String arguments(Wish wish) {
        String subject =
                Optional.of(ASKING.matcher(wish.text().strip()).replaceFirst(""))
                        .map(text -> text.replaceAll("[\\s?!.]+$", ""))
                        .filter(text -> !text.isBlank())
                        .orElse(wish.text());
        try {
            return Form.arguments(wish.tool().parameters(), wish.text(), subject, today).toString();
        } catch (JacksonException e) {
            // A schema that cannot be read asks for nothing.
            return JsonNodeFactory.instance.objectNode().toString();
        }
    }

    /// Looks like other providers' ids, and is the same for the same conversation.
    private static String id(int messages, int index, String call) {
        long mixed = call.hashCode() * 0x9E3779B97F4A7C15L + messages * 31L + index;
        return "call_%016x%08x".formatted(mixed * 0xD1342543DE82EF95L, call.hashCode() ^ index);
    }
}
