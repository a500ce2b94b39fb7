package luthier.app;

/// Starts the program.
public final class LuthierApp {
    private LuthierApp() {}

    public static void main(String[] arguments) {
        System.exit(Wiring.ofThisProgram().commandLine().execute(arguments));
    }
}
