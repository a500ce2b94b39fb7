package luthier.datasets.quickstart;

/// The regular forms of English words.
final class Inflection {
    private static final String VOWELS = "aeiou";

    private Inflection() {}

    static String of(String base, String form) {
        return switch (form) {
            case "s" -> withS(base);
            case "ed" -> base.endsWith("e") ? base + "d" : consonantY(base) ? stem(base) + "ied" : base + "ed";
            case "ing" -> base.endsWith("e") && !base.endsWith("ee") ? stem(base) + "ing" : base + "ing";
            case "a" -> (VOWELS.indexOf(base.charAt(0)) >= 0 ? "an " : "a ") + base;
            case "cap" -> base;
            default -> throw new IllegalArgumentException("the word " + base + " has no form " + form);
        };
    }

    private static String withS(String base) {
        if (consonantY(base)) {
            return stem(base) + "ies";
        }
        boolean hissing = base.endsWith("s") || base.endsWith("x") || base.endsWith("ch") || base.endsWith("sh");
        return base + (hissing || base.endsWith("o") ? "es" : "s");
    }

    private static boolean consonantY(String base) {
        return base.length() > 1 && base.endsWith("y") && VOWELS.indexOf(base.charAt(base.length() - 2)) < 0;
    }

    private static String stem(String base) {
        return base.substring(0, base.length() - 1);
    }
}
