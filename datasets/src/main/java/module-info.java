/// The data formats that come with Luthier.
@org.jspecify.annotations.NullMarked
module luthier.datasets {
    requires static transitive org.jspecify;
    requires luthier.core;
    requires org.apache.commons.csv;
    requires tools.jackson.databind;
    requires tools.jackson.core;

    provides luthier.core.data.DatasetFormat with
            luthier.datasets.messages.MessagesFormat,
            luthier.datasets.sharegpt.SharegptFormat,
            luthier.datasets.alpaca.AlpacaFormat,
            luthier.datasets.promptcompletion.PromptCompletionFormat,
            luthier.datasets.text.TextFormat,
            luthier.datasets.plain.PlainFormat;
}
