package luthier.core.model.folder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Finds the chat templates of a model folder. `chat_template.jinja` replaces what `tokenizer_config.json` says.
final class ChatTemplates {
    static final String DEFAULT = "default";

    private static final String KEY = "chat_template";
    private static final String ENDING = ".jinja";

    private ChatTemplates() {}

    /// Templates by name, `default` for an unnamed one; empty when the folder has none.
    static SequencedMap<String, String> read(Path folder, ConfigObject tokenizerConfig) throws LuthierException {
        SequencedMap<String, String> templates = new LinkedHashMap<>();
        Path file = folder.resolve("chat_template" + ENDING);
        if (Files.exists(file)) {
            templates.put(DEFAULT, text(file));
            readNamed(folder.resolve("additional_chat_templates"), templates);
            return templates;
        }
        readKey(tokenizerConfig, templates);
        if (templates.isEmpty()) {
            String template = ConfigObject.readIfPresent(folder.resolve("chat_template.json"))
                    .textOrNull(KEY);
            if (template != null) {
                templates.put(DEFAULT, template);
            }
        }
        return templates;
    }

    private static void readNamed(Path folder, SequencedMap<String, String> templates) throws LuthierException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(
                            file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                String name = file.getFileName().toString();
                templates.put(name.substring(0, name.length() - ENDING.length()), text(file));
            }
        } catch (IOException e) {
            throw Unreadable.io(folder, e);
        }
    }

    private static void readKey(ConfigObject config, SequencedMap<String, String> templates) throws LuthierException {
        JsonNode value = config.value(KEY);
        if (value == null) {
            return;
        }
        if (value.isString()) {
            templates.put(DEFAULT, value.stringValue());
            return;
        }
        if (!value.isArray()) {
            throw config.wrong(KEY, "text or a list of named templates", value);
        }
        for (JsonNode named : value) {
            @Nullable String name = named.path("name").stringValue(null);
            @Nullable String template = named.path("template").stringValue(null);
            if (name == null || template == null) {
                throw config.refuse(KEY, "must give each template a `name` and a `template`");
            }
            templates.put(name, template);
        }
    }

    private static String text(Path file) throws LuthierException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw Unreadable.damaged(file, "The template is not valid UTF-8.");
        } catch (IOException e) {
            throw Unreadable.io(file, e);
        }
    }
}
