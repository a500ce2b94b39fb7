package luthier.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luthier.app.i18n.FailureText;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.core.run.DataSpec;
import luthier.core.run.LuthierException;

/// Makes cards of what lies in folders. Reads files: not for the window's thread.
final class Cards {
    private Cards() {}

    static Card model(String name, Path folder) {
        if (!Files.isRegularFile(folder.resolve("config.json"))) {
            return missing(name, folder);
        }
        try {
            ModelFacts facts = ModelFacts.read(folder);
            return new Card(
                    name,
                    folder.toString(),
                    false,
                    List.of(
                            new Fact(Messages.of("project.family"), facts.family()),
                            new Fact(Messages.of("project.parameters"), Figures.count(facts.parameters())),
                            new Fact(
                                    Messages.of("project.weights"), facts.type() + ", " + Figures.bytes(facts.bytes())),
                            new Fact(
                                    Messages.of("project.context"),
                                    Messages.of("project.tokens", Figures.count(facts.positions()))),
                            new Fact(Messages.of("project.chatTemplate"), yesNo(facts.chatTemplate()))));
        } catch (IOException e) {
            return unreadable(name, folder, String.valueOf(e.getMessage()));
        } catch (LuthierException e) {
            return unreadable(name, folder, FailureText.of(e.failure()));
        }
    }

    static Card data(String name, DataSpec data) {
        if (!Files.isRegularFile(data.train())) {
            return missing(name, data.train());
        }
        try {
            DataFacts facts = DataFacts.read(data.train());
            Path evaluation = data.evaluation();
            return new Card(
                    name,
                    data.train().toString(),
                    false,
                    List.of(
                            new Fact(Messages.of("project.lines"), Figures.count(facts.lines())),
                            new Fact(Messages.of("project.size"), Figures.bytes(facts.bytes())),
                            new Fact(
                                    Messages.of("project.evaluation"),
                                    evaluation == null
                                            ? Figures.percent(data.evaluationFraction())
                                            : String.valueOf(evaluation.getFileName())),
                            new Fact(
                                    Messages.of("project.cutOff"),
                                    Messages.of("project.tokens", Figures.count(data.maxLength())))));
        } catch (IOException e) {
            return unreadable(name, data.train(), String.valueOf(e.getMessage()));
        }
    }

    private static String yesNo(boolean value) {
        return Messages.of(value ? "yes" : "no");
    }

    private static Card missing(String name, Path place) {
        return new Card(name, place.toString(), true, List.of());
    }

    private static Card unreadable(String name, Path place, String problem) {
        return new Card(name, place.toString(), false, List.of(new Fact(Messages.of("project.unreadable"), problem)));
    }
}
