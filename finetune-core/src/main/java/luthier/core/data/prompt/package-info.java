/// Prompt formats for models that bring no chat template, and the rule that chooses one.
package luthier.core.data.prompt;
