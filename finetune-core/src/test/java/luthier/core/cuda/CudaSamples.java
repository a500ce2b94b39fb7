package luthier.core.cuda;

import java.io.IOException;
import java.nio.file.Path;
import luthier.contract.LocalServer;

/// Libraries of a few bytes on a server on this machine, laid out as DJL's.
record CudaSamples(LocalServer server, CudaLibraries libraries) {
    static final String[] NAMES = {"libc10.so", "libstdc++.so.6", "libtorch_cuda.so", "libtorch.so"};

    static CudaSamples serve(Path cache) throws IOException {
        LocalServer server = LocalServer.start();
        StringBuilder list = new StringBuilder("cpu/linux-x86_64/native/lib/libtorch.so.gz\n");
        for (String name : NAMES) {
            server.putPacked(path(name), "content of " + name);
            list.append(path(name).substring("/pytorch/2.7.1/".length())).append('\n');
        }
        list.append("cu128/win-x86_64/native/lib/torch.dll.gz\n");
        server.put("/pytorch/2.7.1/files.txt", list.toString());
        return new CudaSamples(server, new CudaLibraries(cache, "linux-x86_64"));
    }

    /// As DJL's list writes names: a plus sign is escaped.
    static String path(String name) {
        return "/pytorch/2.7.1/cu128/linux-x86_64/native/lib/" + name.replace("+", "%2B") + ".gz";
    }

    long packedBytes() {
        long sum = 0;
        for (String name : NAMES) {
            try {
                sum += LocalServer.packed("content of " + name).length;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return sum;
    }

    CudaFetch fetch() {
        return fetch(_ -> Long.MAX_VALUE);
    }

    CudaFetch fetch(FreeSpace space) {
        return new CudaFetch(server.address() + "/pytorch/", libraries, space);
    }
}
