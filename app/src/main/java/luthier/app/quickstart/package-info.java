/// The shipped quickstart: its files and how the answers of its model are judged.
package luthier.app.quickstart;
