package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;

/// The ways in which unclear items can be taken.
final class Choices {
    private static final int MOST = 12;

    private Choices() {}

    static List<List<Item>> of(List<Item> items) {
        List<List<Item>> choices = new ArrayList<>(List.of(List.of()));
        for (Item item : items) {
            List<List<Item>> longer = new ArrayList<>();
            for (List<Item> choice : choices) {
                for (Item way : ways(item)) {
                    List<Item> next = new ArrayList<>(choice);
                    next.add(way);
                    longer.add(next);
                }
            }
            choices = longer.subList(0, Math.min(MOST, longer.size()));
        }
        return choices;
    }

    private static List<? extends Item> ways(Item item) {
        return switch (item) {
            case Item.Names names ->
                    names.columns().stream()
                            .map(column -> new Item.Names(List.of(column), names.said()))
                            .toList();
            case Item.Hints hints when !hints.columns().isEmpty() ->
                    hints.columns().stream()
                            .map(column -> new Item.Hints(List.of(column), hints.said()))
                            .toList();
            case Item.Holds holds ->
                    holds.conditions().stream()
                            .map(condition -> new Item.Holds(List.of(condition), holds.said()))
                            .toList();
            case Item.Lasts lasts ->
                    lasts.periods().stream()
                            .map(period -> new Item.Lasts(List.of(period), lasts.said()))
                            .toList();
            case Item.Asks(Term term, String said) when term == Term.SHARE ->
                    List.of(item, new Item.Asks(Term.RATE, said));
            case Item.Unit(Bucket bucket, boolean adverb, String said)
                    when bucket == Bucket.HOUR && !adverb ->
                    List.of(item, new Item.Asks(Term.HOUR_OF_DAY, said));
            case Item.Asks _,
                    Item.Hints _,
                    Item.Counts _,
                    Item.Quotes _,
                    Item.Unit _,
                    Item.Children _,
                    Item.And _,
                    Item.Unknown _ ->
                    List.of(item);
        };
    }
}
