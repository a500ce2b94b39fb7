package luthier.datasets.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The text of a file as parsers want it (no byte order mark, line ends `\n`, bad bytes replaced) that still
/// knows which
/// line a character stood on and where the bad bytes were. Questions about positions must not go backwards.
final class TextInput extends Reader {
    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer input = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer decoded = CharBuffer.allocate(BUFFER + 2);
    private final CharBuffer ready = CharBuffer.allocate(BUFFER + 2).flip();
    private final ArrayDeque<LineStart> lineStarts = new ArrayDeque<>();
    private final ArrayDeque<BadByte> badBytes = new ArrayDeque<>();
    private boolean inputEnded;
    private boolean cutShort;
    private boolean afterCarriageReturn;
    private boolean windowsLineEnds;
    private long position;
    private long line = 1;
    private long bytesInLine;
    private long badLines;
    private long lastBadLine;

    private TextInput(InputStream bytes) {
        this.bytes = bytes;
        lineStarts.add(new LineStart(0, 1));
    }

    static TextInput open(Path file) throws IOException {
        return new TextInput(Container.open(file));
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!ready.hasRemaining()) {
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, ready.remaining());
        ready.get(target, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        if (!inputEnded) {
            input.compact();
            inputEnded = !readBytes();
            input.flip();
        }
        if (inputEnded && !input.hasRemaining()) {
            return false;
        }
        decoded.clear();
        int before = input.position();
        CoderResult result = decoder.decode(input, decoded, inputEnded);
        ready.clear();
        decoded.flip();
        int from = before;
        while (decoded.hasRemaining()) {
            char character = decoded.get();
            from += utf8Bytes(character);
            put(character, from - before);
            before = from;
        }
        if (result.isError()) {
            bad(input.get(input.position()));
            bytesInLine += result.length();
            input.position(input.position() + result.length());
        }
        ready.flip();
        return true;
    }

    /// Bytes of one character; half of a surrogate pair counts half of four.
    private static int utf8Bytes(char character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }

    private void put(char character, int byteCount) {
        if (position == 0 && line == 1 && bytesInLine == 0 && character == '\uFEFF') {
            bytesInLine = byteCount;
            return;
        }
        if (character == '\n' && afterCarriageReturn) {
            afterCarriageReturn = false;
            windowsLineEnds = true;
            return;
        }
        afterCarriageReturn = character == '\r';
        bytesInLine += byteCount;
        emit(character == '\r' ? '\n' : character);
    }

    private void emit(char character) {
        ready.put(character);
        position++;
        if (character == '\n') {
            line++;
            bytesInLine = 0;
            lineStarts.add(new LineStart(position, line));
        }
    }

    private void bad(byte value) {
        afterCarriageReturn = false;
        badBytes.add(new BadByte(position, line, bytesInLine + 1, Byte.toUnsignedInt(value)));
        if (lastBadLine != line) {
            lastBadLine = line;
            badLines++;
        }
        emit('\uFFFD');
    }

    private boolean readBytes() throws IOException {
        try {
            int count = bytes.read(input.array(), input.position(), input.remaining());
            input.position(input.position() + Math.max(0, count));
            return count >= 0;
        } catch (EOFException | ZipException e) {
            cutShort = true;
            return false;
        }
    }

    /// The line on which the character at this position stands, past empty lines if there.
    long lineAt(long characterPosition, boolean skipEmptyLines) {
        LineStart here = lineStarts.element();
        while (true) {
            LineStart first = lineStarts.remove();
            LineStart next = lineStarts.peek();
            boolean empty = next != null && next.position - first.position == 1;
            boolean past = next != null && next.position <= characterPosition;
            here = first;
            if (!past && !(skipEmptyLines && empty && first.position >= characterPosition)) {
                lineStarts.addFirst(first);
                return here.line;
            }
        }
    }

    /// The first bad byte before this position that was not asked for yet; the others before it are forgotten.
    @Nullable
    BadByte badByteBefore(long characterPosition) {
        BadByte found = null;
        BadByte next = badBytes.peek();
        while (next != null && next.position < characterPosition) {
            found = found == null ? next : found;
            badBytes.remove();
            next = badBytes.peek();
        }
        return found;
    }

    /// Whether the compressed file broke off; what came before it was read.
    boolean cutShort() {
        return cutShort;
    }

    boolean windowsLineEnds() {
        return windowsLineEnds;
    }

    long lines() {
        return line;
    }

    long badLines() {
        return badLines;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private record LineStart(long position, long line) {}

    /// @param column 1-based, in bytes
    record BadByte(long position, long line, long column, int value) {
        String sentence() {
            return String.format(
                    java.util.Locale.ROOT,
                    "not valid UTF-8 (byte 0x%02X at column %d); the line was skipped.",
                    value,
                    column);
        }
    }
}
