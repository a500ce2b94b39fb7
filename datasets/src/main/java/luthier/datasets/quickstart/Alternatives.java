package luthier.datasets.quickstart;

import java.util.ArrayList;
import java.util.List;

/// The parts of `a|b {c|d}|e` between bars that stand in no inner braces.
final class Alternatives {
    private Alternatives() {}

    static List<String> of(String content) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < content.length(); i++) {
            char character = content.charAt(i);
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (character == '|' && depth == 0) {
                parts.add(content.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(content.substring(start));
        return parts;
    }
}
