package luthier.datasets.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes the documents the quickstart model is pre-trained on: prose, and chats with the turn marks of the tokenizer.
final class Corpus {
    /// Most documents fill about 200 of 256 tokens and none has more, so that little is padding and nothing is cut.
    private static final int LEAST_CHARACTERS = 740;

    private static final int MOST_CHARACTERS = 960;

    /// One document in so many is a chat.
    private static final int CHAT_EVERY = 4;

    private final Grammar grammar = Grammar.of("words.txt", "english.txt", "chat.txt");
    private final Random random;

    Corpus(long seed) {
        this.random = new Random(seed);
    }

    /// Documents of together at least `characters` characters; none holds an empty line.
    List<String> write(long characters) {
        List<String> documents = new ArrayList<>();
        long written = 0;
        while (written < characters) {
            String document = document(documents.size() % CHAT_EVERY == CHAT_EVERY - 1);
            documents.add(document);
            written += document.length() + 2;
        }
        return documents;
    }

    private String document(boolean chat) {
        StringBuilder document = new StringBuilder();
        while (document.length() < LEAST_CHARACTERS) {
            String piece = chat ? turn() : new Expansion(grammar, random).rule("piece");
            if (document.length() + piece.length() <= MOST_CHARACTERS) {
                document.append(document.isEmpty() ? "" : "\n").append(piece);
            }
        }
        return document.toString();
    }

    private String turn() {
        String[] parts = new Expansion(grammar, random).rule("turn").split(" # ", 2);
        return SpecialTokens.TURN_BEGIN + "user\n" + parts[0] + SpecialTokens.TURN_END + "\n" + SpecialTokens.TURN_BEGIN
                + "assistant\n" + parts[1] + SpecialTokens.TURN_END;
    }
}
