package luthier.datasets.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// What a file is wrapped in, told by its first bytes.
enum Container {
    NONE("", null, null),
    GZIP("1f8b", null, null),
    ZSTD("28b52ffd", "is compressed with zstd.", "Unpack it first (`zstd -d FILE`)."),
    ZIP("504b0304", "is a zip archive.", "Unpack it first and choose one of its files."),
    PARQUET(
            "50415231",
            "is a Parquet file, which cannot be read yet.",
            "Save it as JSON Lines (`to_json(…, lines=True)` in pandas or datasets)."),
    ARROW("4152524f5731", "is an Arrow file, which is not read.", "Save it as Parquet or JSON Lines."),
    UTF16_LITTLE_ENDIAN("fffe", "is text in UTF-16.", "Save it as UTF-8."),
    UTF16_BIG_ENDIAN("feff", "is text in UTF-16.", "Save it as UTF-8.");

    private static final int LONGEST = 6;
    private static final int BUFFER_BYTES = 1 << 16;

    private final byte[] magic;
    private final @Nullable String problem;
    private final @Nullable String advice;

    Container(String magic, @Nullable String problem, @Nullable String advice) {
        this.magic = HexFormat.of().parseHex(magic);
        this.problem = problem;
        this.advice = advice;
    }

    static Container of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] first = bytes.readNBytes(LONGEST);
            for (Container container : values()) {
                if (container != NONE && container.opens(first)) {
                    return container;
                }
            }
            return NONE;
        }
    }

    /// The sentence for a container that is not opened; null for one that is.
    @Nullable
    String problem() {
        return problem;
    }

    String advice() {
        return advice == null ? "" : advice;
    }

    /// The bytes inside.
    static InputStream open(Path file) throws IOException {
        Container container = of(file);
        InputStream bytes = Files.newInputStream(file);
        return container == GZIP
                ? new GZIPInputStream(bytes, BUFFER_BYTES)
                : new BufferedInputStream(bytes, BUFFER_BYTES);
    }

    private boolean opens(byte[] first) {
        if (first.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (first[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
