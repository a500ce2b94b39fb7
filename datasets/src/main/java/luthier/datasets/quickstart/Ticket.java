package luthier.datasets.quickstart;

/// A support ticket and what is true about it.
///
/// @param text as the customer wrote it
/// @param product the one thing the text is about
record Ticket(String text, Category category, String product, Urgency urgency) {
    /// The form a model learns from the tickets and cannot know before; the demo checks it field by field.
    String answer() {
        return "Category: " + category.label() + "\nUrgency: " + urgency.label() + "\nReply: " + category.reply();
    }
}
