/// What the window remembers of its person: look, language, places, recent projects.
package luthier.app.preferences;
