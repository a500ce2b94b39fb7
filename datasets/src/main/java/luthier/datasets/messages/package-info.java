/// Conversations as lists of role and content.
package luthier.datasets.messages;
