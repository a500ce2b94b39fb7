package luthier.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems();

    @Test
    void theSameDefectIsListedFiveTimesAndThenCounted() {
        for (int line = 1; line <= 317; line++) {
            problems.add("empty answers", problem(line, false));
        }
        problems.add("broken lines", problem(400, false));

        assertThat(problems.total()).isEqualTo(318);
        assertThat(problems.count("empty answers")).isEqualTo(317);
        assertThat(problems.lines())
                .containsExactly(
                        "a.csv, line 1, field `b`: wrong",
                        "a.csv, line 2, field `b`: wrong",
                        "a.csv, line 3, field `b`: wrong",
                        "a.csv, line 4, field `b`: wrong",
                        "a.csv, line 5, field `b`: wrong",
                        "a.csv, line 400, field `b`: wrong",
                        "312 more: empty answers");
    }

    @Test
    void atMostTwentyAreKept() {
        for (int line = 1; line <= 30; line++) {
            problems.add("kind " + line, problem(line, false));
        }

        assertThat(problems.first()).hasSize(20);
        assertThat(problems.total()).isEqualTo(30);
        assertThat(problems.lines()).hasSize(21).last().isEqualTo("10 more of other kinds");
    }

    @Test
    void theFirstFatalOneIsNeverLostAndStandsFirst() {
        for (int line = 1; line <= 30; line++) {
            problems.add("kind " + line, problem(line, false));
        }
        problems.add("end", problem(31, true));

        assertThat(problems.anyFatal()).isTrue();
        assertThat(problems.first().getFirst().line()).isEqualTo(31);
        assertThat(problems.first()).hasSize(20);
    }

    private static Problem problem(long line, boolean fatal) {
        return new Problem("a.csv", line, "b", fatal, "wrong");
    }
}
