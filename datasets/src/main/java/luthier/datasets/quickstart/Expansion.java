package luthier.datasets.quickstart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// One text in the making: rules are expanded at random, and a word once chosen stays the same, so that sentences stay
/// about the same person or thing.
///
/// In an alternative, `{animal}` is a word of the list `animal`, the same at each place of one text; `{animal2}` is
/// another one of that list. `{animal.s}` is a form of it ([Word]). `{>rule}` is one alternative of that rule, and
/// `{a|b|c}` one of the three. `{^…}` begins with a capital letter.
final class Expansion {
    private final Grammar grammar;
    private final RandomGenerator random;
    private final Map<String, Word> chosen = new HashMap<>();

    Expansion(Grammar grammar, RandomGenerator random) {
        this.grammar = grammar;
        this.random = random;
    }

    String rule(String name) {
        return text(one(grammar.alternatives(name)));
    }

    /// The word that stands for `slot` in this text, chosen now if it was not.
    Word word(String slot) {
        Word known = chosen.get(slot);
        if (known != null) {
            return known;
        }
        String kind = kindOf(slot);
        List<Word> list = grammar.words(kind);
        Word word = one(list);
        while (isTaken(kind, word)) {
            word = one(list);
        }
        chosen.put(slot, word);
        return word;
    }

    void set(String slot, Word word) {
        chosen.put(slot, word);
    }

    private String text(String alternative) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < alternative.length()) {
            int open = alternative.indexOf('{', at);
            if (open < 0) {
                open = alternative.length();
            }
            text.append(alternative, at, open);
            if (open == alternative.length()) {
                break;
            }
            int close = closing(alternative, open);
            text.append(slot(alternative.substring(open + 1, close)));
            at = close + 1;
        }
        return text.toString();
    }

    private String slot(String content) {
        if (content.startsWith("^")) {
            return Word.capital(slot(content.substring(1)));
        }
        if (content.startsWith(">")) {
            return rule(text(content.substring(1)));
        }
        if (content.indexOf('|') >= 0) {
            return text(one(Alternatives.of(content)));
        }
        int dot = content.indexOf('.');
        return dot < 0 ? word(content).in("") : word(content.substring(0, dot)).in(content.substring(dot + 1));
    }

    private boolean isTaken(String kind, Word word) {
        return chosen.entrySet().stream()
                .anyMatch(entry ->
                        kindOf(entry.getKey()).equals(kind) && entry.getValue().equals(word));
    }

    private static String kindOf(String slot) {
        int end = slot.length();
        while (Character.isDigit(slot.charAt(end - 1))) {
            end--;
        }
        return slot.substring(0, end);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a brace is not closed in: " + text);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
