/// Answers: a loaded model continues a text token by token.
package luthier.core.engine.generate;
