/// Makes everything the quickstart model is trained from: simple English, support tickets, tokenizer and
/// configuration.
package luthier.datasets.quickstart;
