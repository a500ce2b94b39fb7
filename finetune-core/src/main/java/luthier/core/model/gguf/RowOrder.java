package luthier.core.model.gguf;

/// Where the rows of a converted tensor come from. GGUF files of the Llama architecture store the two halves of every
/// query and key head interleaved, since llama.cpp rotates neighbours; a model folder has the halves one after the
/// other.
///
/// @param headSize rows of one head; 0 keeps all rows in place
record RowOrder(int headSize) {
    static final RowOrder KEPT = new RowOrder(0);

    /// The row of the GGUF tensor that becomes `row`.
    long source(long row) {
        if (headSize == 0) {
            return row;
        }
        long inHead = row % headSize;
        int half = headSize / 2;
        return row - inHead + 2 * (inHead % half) + inHead / half;
    }
}
