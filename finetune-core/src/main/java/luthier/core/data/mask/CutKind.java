package luthier.core.data.mask;

/// What was done to an example that is longer than the limit.
public enum CutKind {
    OLD_TURNS_DROPPED("the oldest turns were left out"),
    PROMPT_CUT("the beginning of the prompt was left out"),
    ANSWER_CUT("the end of the answer was cut off"),
    TEXT_SPLIT("the text was split into pieces");

    private final String sentence;

    CutKind(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
