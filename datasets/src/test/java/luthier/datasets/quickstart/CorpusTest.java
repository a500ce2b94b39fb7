package luthier.datasets.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private static final int CHARACTERS = 400_000;
    private static final List<String> DOCUMENTS = new Corpus(5).write(CHARACTERS);

    @Test
    void theSameSeedGivesTheSameDocumentsAndAnotherSeedOthers() {
        assertThat(new Corpus(5).write(CHARACTERS)).isEqualTo(DOCUMENTS);
        assertThat(new Corpus(6).write(CHARACTERS)).doesNotContainAnyElementsOf(DOCUMENTS);
    }

    @Test
    void aDocumentIsOneParagraphBlockOfASequencesLength() {
        assertThat(DOCUMENTS).allSatisfy(document -> {
            assertThat(document)
                    .hasSizeBetween(600, 1_100)
                    .doesNotContain("\n\n")
                    .doesNotContainPattern("[{}#]");
            assertThat(document.lines()).noneMatch(String::isBlank);
        });
    }

    @Test
    void everyFourthDocumentIsAChatOfWholeTurns() {
        List<String> chats = DOCUMENTS.stream()
                .filter(document -> document.contains(SpecialTokens.TURN_BEGIN))
                .toList();
        assertThat(chats).hasSize(DOCUMENTS.size() / 4);
        Pattern turns = Pattern.compile(
                "(<\\|im_start\\|>user\n[^<]+<\\|im_end\\|>\n" + "<\\|im_start\\|>assistant\n[^<]+<\\|im_end\\|>\n)+");
        assertThat(chats).allSatisfy(chat -> assertThat(chat + "\n").matches(turns));
    }

    /// The demo shows what the tickets teach; a model that knew the form before would prove nothing.
    @Test
    void theFormOfTheTicketAnswersNeverOccurs() {
        assertThat(DOCUMENTS)
                .noneMatch(document -> Pattern.compile("(?i)category|urgency|product:|reply:")
                        .matcher(document)
                        .find());
    }

    @Test
    void everyProductOccursInProse() {
        String all = String.join(" ", DOCUMENTS);
        for (Word product : Grammar.of("words.txt").words("product")) {
            assertThat(all).contains(" " + product.base());
        }
    }

    @Test
    void mostSentencesAreTheirOwn() {
        List<String> sentences = DOCUMENTS.stream()
                .flatMap(document -> Pattern.compile("(?<=[.!?])\\s+|\n").splitAsStream(document))
                .filter(sentence -> sentence.length() > 30)
                .toList();
        assertThat(new HashSet<>(sentences)).hasSizeGreaterThan((int) (0.95 * sentences.size()));
    }

    @Test
    void theWordListsAreLargeAndHoldNoWordTwice() {
        assertThat(DOCUMENTS.stream()
                        .flatMap(document -> Pattern.compile("[^A-Za-z]+").splitAsStream(document))
                        .distinct())
                .hasSizeGreaterThan(800);
        for (Word word : Grammar.of("words.txt").words("person")) {
            assertThat(word.forms()).containsKeys("he", "him", "his");
        }
        List<Word> products = Grammar.of("words.txt").words("product");
        assertThat(products).doesNotHaveDuplicates();
    }
}
