package luthier.core.data.mask;

/// Why an example does not reach training.
public enum DropReason {
    TEMPLATE_REFUSED("the chat template refuses the conversation"),
    NOT_LOCATABLE("the answer cannot be found in the rendered conversation"),
    NOTHING_TRAINED("no assistant turn is marked for training"),
    EMPTY_ANSWER("the answer is empty"),
    ANSWER_MERGED("the whole answer is one token with the end of the prompt"),
    SYSTEM_TOO_LONG("the system text alone is longer than the limit"),
    CUT_AWAY("nothing of the answer was left after cutting");

    private final String sentence;

    DropReason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
