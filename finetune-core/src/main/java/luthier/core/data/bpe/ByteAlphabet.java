package luthier.core.data.bpe;

import java.nio.charset.StandardCharsets;

/// The 256 printable characters that stand for bytes in a byte-level tokenizer: printable Latin-1 bytes stand for
/// themselves, the other 68 take U+0100 and up in increasing order.
final class ByteAlphabet {
    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    static char of(int unsignedByte) {
        return CHARACTERS[unsignedByte];
    }

    /// The UTF-8 bytes of `text`, each as its character.
    static String spell(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder spelled = new StringBuilder(bytes.length);
        for (byte value : bytes) {
            spelled.append(CHARACTERS[value & 0xFF]);
        }
        return spelled.toString();
    }

    private static char[] characters() {
        char[] characters = new char[256];
        char next = 0x100;
        for (int value = 0; value < 256; value++) {
            boolean printable =
                    value >= 33 && value <= 126 || value >= 161 && value <= 172 || value >= 174 && value <= 255;
            characters[value] = printable ? (char) value : next++;
        }
        return characters;
    }
}
