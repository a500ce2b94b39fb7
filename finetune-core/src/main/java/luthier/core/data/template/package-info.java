/// From conversations to the text that a model was taught to expect.
package luthier.core.data.template;
