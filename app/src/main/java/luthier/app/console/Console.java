package luthier.app.console;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where the program writes and reads; UTF-8 everywhere, for models write any language.
///
/// @param columns width of the terminal that shows `out`, 0 when there is none
public record Console(PrintWriter out, PrintWriter err, BufferedReader in, int columns) {
    private static final String COLUMNS_PROPERTY = "luthier.columns";
    private static final int USUAL_COLUMNS = 80;

    /// This process's own. The launcher script says how wide the terminal is; without it Java knows only whether there
    /// is one.
    public static Console ofThisProcess() {
        java.io.Console terminal = System.console();
        int usual = terminal != null && terminal.isTerminal() ? USUAL_COLUMNS : 0;
        return new Console(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
                Integer.getInteger(COLUMNS_PROPERTY, usual));
    }

    public boolean terminal() {
        return columns > 0;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
