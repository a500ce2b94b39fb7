/// Where the program writes and reads, and how it ends.
package luthier.app.console;
