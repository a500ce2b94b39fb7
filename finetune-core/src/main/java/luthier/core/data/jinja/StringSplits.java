package luthier.core.data.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Cutting a text into pieces.
final class StringSplits {
    private StringSplits() {}

    static List<Object> split(String name, String text, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 0, "sep", "maxsplit");
        String separator = bound.textOrNull("sep");
        int most = bound.integer("maxsplit", -1);
        int cuts = most < 0 ? Integer.MAX_VALUE : most;
        boolean fromRight = name.equals("rsplit");
        if (separator == null) {
            return fromRight ? wordsFromRight(text, cuts) : words(text, cuts);
        }
        if (separator.isEmpty()) {
            throw new TemplateException("empty separator");
        }
        return fromRight ? piecesFromRight(text, separator, cuts) : pieces(text, separator, cuts);
    }

    private static List<Object> pieces(String text, String separator, int cuts) {
        List<Object> pieces = new ArrayList<>();
        int begin = 0;
        for (int at = text.indexOf(separator); at >= 0 && pieces.size() < cuts; at = text.indexOf(separator, begin)) {
            pieces.add(text.substring(begin, at));
            begin = at + separator.length();
        }
        pieces.add(text.substring(begin));
        return pieces;
    }

    private static List<Object> piecesFromRight(String text, String separator, int cuts) {
        List<Object> pieces = new ArrayList<>();
        int end = text.length();
        while (pieces.size() < cuts) {
            int at = text.lastIndexOf(separator, end - separator.length());
            if (at < 0 || end < separator.length()) {
                break;
            }
            pieces.add(text.substring(at + separator.length(), end));
            end = at;
        }
        pieces.add(text.substring(0, end));
        Collections.reverse(pieces);
        return pieces;
    }

    private static List<Object> words(String text, int cuts) {
        List<Object> words = new ArrayList<>();
        int at = Whitespace.skip(text, 0);
        while (at < text.length()) {
            if (words.size() == cuts) {
                words.add(text.substring(at));
                return words;
            }
            int end = at;
            while (end < text.length() && !Whitespace.isSpace(text.charAt(end))) {
                end++;
            }
            words.add(text.substring(at, end));
            at = Whitespace.skip(text, end);
        }
        return words;
    }

    private static List<Object> wordsFromRight(String text, int cuts) {
        List<Object> words = new ArrayList<>();
        String rest = Whitespace.stripRight(text);
        while (!rest.isEmpty()) {
            if (words.size() == cuts) {
                words.add(rest);
                break;
            }
            int begin = rest.length();
            while (begin > 0 && !Whitespace.isSpace(rest.charAt(begin - 1))) {
                begin--;
            }
            words.add(rest.substring(begin));
            rest = Whitespace.stripRight(rest.substring(0, begin));
        }
        Collections.reverse(words);
        return words;
    }

    static List<String> lines(String text, boolean keepEnds) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && !Whitespace.isLineBreak(text.charAt(end))) {
                end++;
            }
            int next = Math.min(end + (text.startsWith("\r\n", end) ? 2 : 1), text.length());
            lines.add(text.substring(begin, keepEnds ? next : end));
            begin = next;
        }
        return lines;
    }

    static Tuple partition(String text, String separator, boolean fromRight) {
        if (separator.isEmpty()) {
            throw new TemplateException("empty separator");
        }
        int at = fromRight ? text.lastIndexOf(separator) : text.indexOf(separator);
        if (at < 0) {
            return fromRight ? Tuple.of("", "", text) : Tuple.of(text, "", "");
        }
        return Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
    }
}
