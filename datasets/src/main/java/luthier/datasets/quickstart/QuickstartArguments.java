package luthier.datasets.quickstart;

import java.util.List;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// What [QuickstartData] was asked for.
///
/// @param characters how long the corpus becomes, at least
record QuickstartArguments(String folder, long seed, long characters) {
    static final long SEED = 20_260_101;
    static final long CHARACTERS = 7_000_000;

    static QuickstartArguments of(List<String> arguments) throws LuthierException {
        String folder = "";
        long seed = SEED;
        long characters = CHARACTERS;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--seed" -> seed = number(arguments, ++i, "--seed");
                case "--characters" -> characters = number(arguments, ++i, "--characters");
                default -> {
                    if (!folder.isEmpty() || argument.startsWith("--")) {
                        throw invalid(argument, "is not known; write OUT_FOLDER [--seed N] [--characters N]");
                    }
                    folder = argument;
                }
            }
        }
        if (folder.isEmpty()) {
            throw invalid("OUT_FOLDER", "is missing; name the folder to write to");
        }
        return new QuickstartArguments(folder, seed, characters);
    }

    private static long number(List<String> arguments, int index, String name) throws LuthierException {
        try {
            return Long.parseLong(index < arguments.size() ? arguments.get(index) : "");
        } catch (NumberFormatException e) {
            throw invalid(name, "needs a whole number after it");
        }
    }

    private static LuthierException invalid(String field, String problem) {
        return new LuthierException(new Failure.InvalidSpec("command line", field, problem));
    }
}
