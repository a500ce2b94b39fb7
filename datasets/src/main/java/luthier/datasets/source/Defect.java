package luthier.datasets.source;

/// The kinds of defects that are listed a few times and then counted.
public enum Defect {
    ENCODING("lines that are not valid UTF-8, skipped"),
    BROKEN_JSON("lines that are not valid JSON, skipped"),
    LENIENT_JSON("trailing commas or comments, accepted"),
    TOO_LONG("records over the limit of 16 MB, skipped"),
    WRONG_TYPE("fields of the wrong type, record skipped"),
    EMPTY("empty fields, record skipped"),
    CHARACTER("characters that stand for no text, replaced or kept"),
    FIELD_COUNT("records with a wrong number of fields, skipped"),
    REPEATED_HEADER("repeated headers, skipped"),
    LONG_FIELD("fields over many lines"),
    TURNS_REPAIRED("conversations repaired"),
    TURNS_SKIPPED("conversations without a usable order of turns, skipped"),
    TURNS_KEPT("conversations in an unusual order, kept"),
    BORDER("prompts and completions that meet in two spaces");

    private final String counted;

    Defect(String counted) {
        this.counted = counted;
    }

    String counted() {
        return counted;
    }
}
