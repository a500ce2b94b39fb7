package luthier.core.data;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at examples whatever their format: repeats, and placeholders nobody filled in. Both are kept and reported.
final class ExampleChecks {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

    private final String file;
    private final Problems problems;
    private final Set<Example> seen = new HashSet<>();
    private long repeats;

    ExampleChecks(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void look(DatasetFormat.Located located) {
        if (!seen.add(located.example())) {
            repeats++;
        }
        Matcher matcher = PLACEHOLDER.matcher(trainedText(located.example()));
        if (matcher.find()) {
            problems.add(
                    "a placeholder in the text",
                    new Problem(
                            file,
                            located.line(),
                            null,
                            false,
                            "the text contains the placeholder `" + matcher.group()
                                    + "`; if it is meant to be filled in, do so before training."));
        }
    }

    void finish() {
        if (repeats > 0) {
            String what = repeats == 1
                    ? "1 record repeats an earlier one; it was kept."
                    : repeats + " records repeat an earlier one; all were kept.";
            problems.add(new Problem(file, 0, null, false, what));
        }
    }

    private static String trainedText(Example example) {
        return switch (example) {
            case Example.Text(String text) -> text;
            case Example.PromptCompletion pair -> pair.completion();
            case Example.Chat chat -> {
                StringBuilder answers = new StringBuilder();
                for (Message message : chat.messages()) {
                    if (message.role().equals("assistant") && message.content() != null) {
                        answers.append(message.content()).append('\n');
                    }
                }
                yield answers.toString();
            }
        };
    }
}
