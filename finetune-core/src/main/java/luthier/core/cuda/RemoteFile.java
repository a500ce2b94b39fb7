package luthier.core.cuda;

import java.net.URI;

/// One packed library on the server.
///
/// @param name of the library once it is unpacked
/// @param bytes as it is sent, packed
public record RemoteFile(URI address, String name, long bytes) {}
