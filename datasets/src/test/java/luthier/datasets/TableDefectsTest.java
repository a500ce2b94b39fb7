package luthier.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import luthier.core.data.Dataset;
import luthier.core.data.DatasetFormat.Located;
import luthier.core.data.Example;
import org.junit.jupiter.api.Test;

/// CSV and TSV as people save them.
class TableDefectsTest extends ReadsDataFiles {
    @Test
    void recordsBeginWhereTheirFirstLineIs() {
        Dataset read = data.read("a.csv", "prompt,completion\n\none,\"two\nlines\n\nhere\"\n\n\nthree,four\nfive,six");

        assertThat(read.problems().lines()).isEmpty();
        assertThat(read.examples())
                .containsExactly(
                        new Located(new Example.PromptCompletion("one", "two\nlines\n\nhere"), 3),
                        new Located(new Example.PromptCompletion("three", "four"), 9),
                        new Located(new Example.PromptCompletion("five", "six"), 10));
    }

    @Test
    void aQuoteThatNeverClosesIsAnErrorWithTheLineWhereItsRecordBegins() {
        assertThat(data.refused("a.csv", "prompt,completion\none,two\nthree,\"four, and\nfive,six\nseven,eight\n")
                        .problems())
                .containsExactly("a.csv, line 3: a quote opens in the record that begins here and is never closed;"
                        + " double the quotes inside a field, or map `quote` to `none` when quotes are plain"
                        + " characters.");
    }

    @Test
    void textAfterAClosingQuoteIsAnErrorWithTheLine() {
        assertThat(data.refused("a.csv", "prompt,completion\none,two\nthree,\"f, \\\"o\\\" ur\"\nfive,six\n")
                        .problems())
                .first()
                .isEqualTo("a.csv, line 3: text follows a closing quote in the record that begins here;"
                        + " double the quotes inside a field, or map `quote` to `none` when quotes are plain"
                        + " characters.");
    }

    @Test
    void loneQuotesAreTakenAsPlainWhenThatMakesTheTableEven() {
        Dataset read = data.read("a.csv", "prompt,completion\none,\"two\nthree,four\nfive,six\n");

        assertThat(read.problems().lines()).containsExactly("a.csv: quotes were taken as plain characters.");
        assertThat(DataFolder.examples(read)).first().isEqualTo(new Example.PromptCompletion("one", "\"two"));
        assertThat(read.examples()).hasSize(3);
    }

    @Test
    void tabsComeWithoutQuotesSoThatRowsAreLines() {
        Dataset read = data.read("a.tsv", "prompt\tcompletion\n\"one\ttwo\nthree\t\"four\nfive\ts\"ix\n");

        assertThat(read.problems().lines()).isEmpty();
        assertThat(read.examples())
                .containsExactly(
                        new Located(new Example.PromptCompletion("\"one", "two"), 2),
                        new Located(new Example.PromptCompletion("three", "\"four"), 3),
                        new Located(new Example.PromptCompletion("five", "s\"ix"), 4));
    }

    @Test
    void quotedTabsAreNoticed() {
        Dataset read = data.read("a.tsv", "prompt\tcompletion\none\t\"a\ttab\"\nthree\tfour\n");

        assertThat(read.problems().lines()).containsExactly("a.tsv: fields are enclosed in quotes.");
        assertThat(DataFolder.examples(read)).first().isEqualTo(new Example.PromptCompletion("one", "a\ttab"));
    }

    @Test
    void aRecordOfAnotherLengthIsSkippedWithBothNumbers() {
        Dataset read = data.read("a.csv", "prompt,completion,source\na,b,c\na,b,c,d\na,b\na,b,d\n");

        assertThat(read.problems().lines())
                .startsWith(
                        "a.csv, line 3: 4 fields, the header has 3; the record was skipped.",
                        "a.csv, line 4: 2 fields, the header has 3; the record was skipped.");
        assertThat(read.examples()).extracting(Located::line).containsExactly(2L, 5L);
    }

    @Test
    void aHeaderPastedInAgainIsSkipped() {
        Dataset read = data.read("a.csv", "prompt,completion\na,b\nprompt,completion\nc,d\n");

        assertThat(read.problems().lines())
                .containsExactly("a.csv, line 3: the header stands here again and was skipped.");
        assertThat(read.examples()).hasSize(2);
    }

    @Test
    void columnNamesMustBeThereAndDiffer() {
        assertThat(data.refused("a.csv", "prompt,,completion\na,b,c\n").problems())
                .containsExactly("a.csv, line 1: column 2 of the header has no name; give it one.");
        assertThat(data.refused("a.csv", "prompt,text,prompt\na,b,c\n").problems())
                .containsExactly("a.csv, line 1: the header names the column `prompt` twice; rename one.");
    }

    @Test
    void aDelimiterAtTheEndOfEachLineMakesNoColumn() {
        Dataset read = data.read("a.csv", "prompt,completion,\na,b,\nc,d\n");

        assertThat(read.problems().lines()).isEmpty();
        assertThat(read.examples()).hasSize(2);
    }

    @Test
    void aFieldOverManyLinesIsSuspected() {
        String rows = "a,b\n".repeat(1200) + "c,\"" + "line\n".repeat(25) + "\"\n";

        assertThat(data.read("a.csv", "prompt,completion\n" + rows).problems().lines())
                .startsWith("a.csv, line 1202, field `completion`: spans more than 20 lines; a lone quote may have"
                        + " swallowed records.");
    }

    @Test
    void aTableWithoutHeaderIsMappedByNumber() {
        Dataset read = data.read(
                "mails",
                "ham\tSee you later, at eight\nspam\tYou have won!!! Call now\nham\tFine\n",
                Map.of("text", "2"));

        assertThat(read.examples())
                .containsExactly(
                        new Located(new Example.Text("See you later, at eight"), 1),
                        new Located(new Example.Text("You have won!!! Call now"), 2),
                        new Located(new Example.Text("Fine"), 3));
    }

    @Test
    void theHeaderCanBeSaidToBeThereOrNot() {
        String content = "a,b\nc,d\n";

        assertThat(data.read("a.csv", content, Map.of("prompt", "a", "completion", "b", "header", "first"))
                        .examples())
                .hasSize(1);
        assertThat(data.read("a.csv", content, Map.of("prompt", "1", "completion", "2", "header", "none"))
                        .examples())
                .hasSize(2);
    }

    @Test
    void semicolonsAreFoundByThemselves() {
        assertThat(data.examples("a.csv", "prompt;completion\none, or;two\nthree;\"four;five\"\n"))
                .containsExactly(
                        new Example.PromptCompletion("one, or", "two"),
                        new Example.PromptCompletion("three", "four;five"));
    }
}
