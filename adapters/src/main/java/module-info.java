/// The tunings that come with Luthier.
@org.jspecify.annotations.NullMarked
module luthier.adapters {
    requires static transitive org.jspecify;
    requires luthier.core;
}
