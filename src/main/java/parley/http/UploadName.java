package parley.http;

import java.util.regex.Pattern;

/// Names of files as their senders give them.
final class UploadName {
    private static final int LONGEST = 200;
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

    private UploadName() {}

    /// The last part of the name, of what can be shown: some browsers send whole paths.
    static String of(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String shown = UNSHOWN.matcher(last).replaceAll("").strip();
        if (shown.isEmpty() || shown.equals(".") || shown.equals("..")) {
            return "upload";
        }
        if (shown.length() <= LONGEST) {
            return shown;
        }
        int from = shown.length() - LONGEST;
        return shown.substring(Character.isLowSurrogate(shown.charAt(from)) ? from + 1 : from);
    }
}
