package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import parley.document.Block.Kind;

/// Finds what stands on every page: the same text but for its numbers, at the same place of pages
/// that are neighbours or next but one (left and right pages differ).
final class Margins {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern ROMAN = Pattern.compile("[ivxlc]{1,7}");
    private static final Pattern NUMBER_ALONE = Pattern.compile("\\D{0,6}#\\D{0,6}(#\\D{0,3})?");
    private static final int NEIGHBOURS = 2;
    private static final double SAME_PLACE = 4;

    private record Place(int page, double height, String text) {}

    private final Map<String, List<Place>> places = new HashMap<>();

    private Margins() {}

    /// The same pages, with those blocks marked.
    static List<List<Draft>> mark(List<List<Draft>> pages) {
        Margins margins = new Margins();
        for (int page = 0; page < pages.size(); page++) {
            margins.note(page, pages.get(page));
        }
        List<List<Draft>> marked = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            int number = page;
            marked.add(
                    pages.get(page).stream()
                            .map(draft ->
                                    margins.stands(draft, number) ? draft.as(Kind.MARGIN) : draft)
                            .toList());
        }
        return marked;
    }

    private void note(int page, List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.edge() != Draft.Edge.NONE) {
                places.computeIfAbsent(key(draft), _ -> new ArrayList<>())
                        .add(new Place(page, draft.height(), draft.text()));
            }
        }
    }

    private static String key(Draft draft) {
        String text = draft.text();
        String numbered =
                ROMAN.matcher(text).matches() ? "#" : NUMBER.matcher(text).replaceAll("#");
        return draft.edge() + numbered;
    }

    private boolean stands(Draft draft, int page) {
        if (draft.edge() == Draft.Edge.NONE) {
            return false;
        }
        if (draft.text().replaceAll("[^\\p{L}\\p{N}]", "").equals(Integer.toString(page + 1))) {
            return true;
        }
        String key = key(draft);
        boolean counted =
                NUMBER_ALONE.matcher(key.substring(draft.edge().name().length())).matches();
        List<Place> same = places.getOrDefault(key, List.of());
        // Noted page by page, so neighbours are near in the list.
        int from = firstNear(same, page);
        for (int i = from; i < same.size() && same.get(i).page() <= page + NEIGHBOURS; i++) {
            Place place = same.get(i);
            if (place.page() != page
                    && Math.abs(place.height() - draft.height()) <= SAME_PLACE
                    && (!counted || !place.text().equals(draft.text()))) {
                return true;
            }
        }
        return false;
    }

    private static int firstNear(List<Place> same, int page) {
        int low = 0;
        int high = same.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (same.get(middle).page() < page - NEIGHBOURS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
