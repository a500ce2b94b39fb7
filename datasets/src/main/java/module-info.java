/// The data formats that come with Luthier.
@org.jspecify.annotations.NullMarked
module luthier.datasets {
    requires static transitive org.jspecify;
    requires luthier.core;
    requires org.apache.commons.csv;
    requires tools.jackson.databind;
}
