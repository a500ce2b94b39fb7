/// The commands, one class each.
package luthier.app.command;
