/// Prompt and completion columns, joined as they stand.
package luthier.datasets.promptcompletion;
