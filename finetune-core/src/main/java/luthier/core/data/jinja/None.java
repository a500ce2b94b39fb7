package luthier.core.data.jinja;

/// The value `none`; values are never null.
public enum None {
    NONE
}
