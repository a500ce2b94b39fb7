package luthier.core.data.prepare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luthier.core.data.mask.TemplateCheck;
import luthier.core.data.prompt.PromptFormat;
import luthier.core.data.template.ChatTemplate;
import luthier.core.data.template.TemplateRenderer;
import luthier.core.data.tokens.AddedToken;
import luthier.core.data.tokens.SpecialTokens;
import luthier.core.data.tokens.Tokenizer;
import luthier.core.model.folder.ModelFolder;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// How text goes into a model and comes out: its tokenizer, its special tokens, the form of its conversations.
public final class ModelText implements AutoCloseable {
    private final Tokenizer tokenizer;
    private final PromptFormat format;

    private ModelText(Tokenizer tokenizer, PromptFormat format) {
        this.tokenizer = tokenizer;
        this.format = format;
    }

    /// @throws LuthierException when the tokenizer or the template cannot be read
    public static ModelText open(ModelFolder folder) throws LuthierException {
        Tokenizer tokenizer = Tokenizer.open(folder.tokenizerFile());
        Map<String, String> texts = folder.specialTokens().texts();
        String bos = texts.get("bos");
        Set<Integer> stops = new HashSet<>(folder.stopIds());
        Integer pad = folder.padId();
        boolean addBos = bos != null && folder.tokenizerConfig().bool("add_bos_token", false);
        SpecialTokens specials = new SpecialTokens(bos, texts.get("eos"), pad == null ? 0 : pad, stops, addBos);
        return new ModelText(tokenizer, PromptFormat.choose(template(folder, texts), tokenizer, specials));
    }

    private static @Nullable TemplateRenderer template(ModelFolder folder, Map<String, String> texts)
            throws LuthierException {
        String source = folder.chatTemplate();
        if (source == null) {
            return null;
        }
        ChatTemplate template = ChatTemplate.parse(
                source, folder.path().resolve("chat template").toString());
        Map<String, String> variables = new HashMap<>();
        texts.forEach((role, text) -> variables.put(role + "_token", text));
        return new TemplateRenderer(template, variables);
    }

    /// What the model's own chat template does that a person would not expect, one sentence each; empty for a
    /// built-in format.
    public List<String> templateNotices() {
        if (!(format.renderer() instanceof TemplateRenderer template)) {
            return List.of();
        }
        SpecialTokens specials = format.specials();
        List<String> added =
                tokenizer.addedTokens().stream().map(AddedToken::content).toList();
        return new TemplateCheck(template, specials.bosText(), specials.stopTexts(tokenizer), added).sentences();
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    public PromptFormat format() {
        return format;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
