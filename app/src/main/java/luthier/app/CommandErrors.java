package luthier.app;

import java.io.PrintWriter;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.FailureText;
import luthier.app.i18n.Messages;
import luthier.core.run.ClosestKey;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what goes wrong into a sentence and an exit code.
record CommandErrors(Console console) implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        PrintWriter err = console.err();
        CommandLine command = problem.getCommandLine();
        err.println(Messages.of("error", String.valueOf(problem.getMessage())));
        String meant = problem instanceof UnmatchedArgumentException unmatched ? closest(unmatched, command) : null;
        if (meant != null) {
            err.println(Messages.of("error.didYouMean", meant));
        }
        err.println(Messages.of("error.seeHelp", command.getCommandSpec().qualifiedName(" ")));
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof LuthierException known) {
            console.err().println(Messages.of("error", FailureText.of(known.failure())));
            return ExitCode.of(known.failure()).code();
        }
        if (problem instanceof InterruptedException) {
            return ExitCode.KILLED.code();
        }
        console.err().println(Messages.of("error.fault", problem));
        problem.printStackTrace(console.err());
        return ExitCode.FAULT.code();
    }

    // The first word nobody knows is a misspelt option or, for a command with commands, a misspelt command.
    private static @Nullable String closest(UnmatchedArgumentException problem, CommandLine command) {
        String unknown = problem.getUnmatched().getFirst();
        return ClosestKey.of(
                unknown,
                unknown.startsWith("-")
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }
}
