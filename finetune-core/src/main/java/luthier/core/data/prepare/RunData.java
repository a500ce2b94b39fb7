package luthier.core.data.prepare;

import java.util.ArrayList;
import java.util.List;
import luthier.core.data.Dataset;
import luthier.core.data.DatasetFormat.Located;
import luthier.core.data.DatasetReader;
import luthier.core.data.Example;
import luthier.core.data.batch.Batches;
import luthier.core.data.batch.Split;
import luthier.core.data.mask.ExampleTokenizer;
import luthier.core.data.mask.Lengths;
import luthier.core.data.mask.TokenizedExample;
import luthier.core.data.mask.TokenizingReport;
import luthier.core.run.DataSpec;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// A run's batches and what was found on the way to them.
///
/// @param evaluation null when nothing is held out
/// @param lengths of the training examples before any is cut
/// @param templateNotices for a person: what the model's chat template does with conversations; empty without any
/// @param notices for a person: problems of the files, examples cut or dropped
public record RunData(
        Batches training,
        @Nullable Batches evaluation,
        Lengths lengths,
        List<String> templateNotices,
        List<String> notices) {
    public RunData {
        templateNotices = List.copyOf(templateNotices);
        notices = List.copyOf(notices);
    }

    /// Reads, splits, tokenises.
    ///
    /// @throws LuthierException (UnreadableDataset) when a file cannot be used or no example is left
    public static RunData of(RunSpec spec, ModelText text, DatasetReader reader) throws LuthierException {
        DataSpec data = spec.data();
        List<String> notices = new ArrayList<>();
        Dataset training = reader.read(data.train(), data.format(), data.columns());
        noteProblems(training, notices);
        List<Located> trained = training.examples();
        List<Located> held = List.of();
        if (data.evaluation() != null) {
            Dataset evaluation = reader.read(data.evaluation(), data.format(), data.columns());
            evaluation.compareWithTraining(training);
            noteProblems(evaluation, notices);
            held = evaluation.examples();
        } else if (data.evaluationFraction() > 0) {
            Split<Located> split = Split.of(trained, spec.training().seed(), data.evaluationFraction());
            trained = split.training();
            held = split.evaluation();
        }
        ExampleTokenizer tokenizer = new ExampleTokenizer(
                text.tokenizer(),
                text.format().specials(),
                text.format().renderer(),
                data.maxLength(),
                data.lastTurnOnly());
        TokenizingReport report = new TokenizingReport();
        Batches batches = batches(spec, text, tokens(tokenizer, trained, training.file(), report, notices));
        Batches evaluation = held.isEmpty()
                ? null
                : batches(
                        spec,
                        text,
                        tokens(tokenizer, held, training.file() + " (held out)", new TokenizingReport(), notices));
        boolean chats = training.examples().stream().anyMatch(located -> located.example() instanceof Example.Chat);
        return new RunData(batches, evaluation, report.lengths(), chats ? text.templateNotices() : List.of(), notices);
    }

    private static void noteProblems(Dataset dataset, List<String> notices) {
        notices.addAll(dataset.problems().lines());
    }

    private static List<TokenizedExample> tokens(
            ExampleTokenizer tokenizer,
            List<Located> located,
            String file,
            TokenizingReport report,
            List<String> notices)
            throws LuthierException {
        List<Example> examples = located.stream().map(Located::example).toList();
        List<TokenizedExample> rows = tokenizer.tokenize(examples, file, report);
        report.lines().forEach(line -> notices.add(file + ": " + line));
        return rows;
    }

    private static Batches batches(RunSpec spec, ModelText text, List<TokenizedExample> rows) {
        return new Batches(
                rows,
                spec.training().batchSize(),
                spec.training().accumulation(),
                spec.training().seed(),
                text.format().specials().padId(),
                spec.data().maxLength());
    }
}
