/// Texts, sentences for failures, sizes and durations.
package luthier.app.i18n;
