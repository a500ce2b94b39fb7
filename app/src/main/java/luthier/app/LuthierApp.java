package luthier.app;

import javafx.application.Application;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.Messages;

/// Starts the program: the window, or with arguments the command line.
public final class LuthierApp {
    private LuthierApp() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.exit(Wiring.ofThisProgram().commandLine().execute(arguments));
        }
        if (!Display.present()) {
            Console.ofThisProcess().err().println(Messages.of("error.noDisplay"));
            System.exit(ExitCode.MISSING.code());
        }
        // JavaFX is first touched here: the command line starts without it
        Application.launch(LuthierWindow.class);
        System.exit(ExitCode.OK.code());
    }
}
