package luthier.core.engine.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs the readable kernel files into the archive that PyTorch loads: a stored zip with a pickled empty
/// module and each file as code. What a TorchScript archive must hold was found by trial; see
/// docs/adr/0003-torchscript-kernels.md.
final class KernelArchive {
    static final String ENTRY_POINTS = "kernels";

    private static final String FOLDER = "/luthier/kernels/";

    /// A pickled `__torch__.Kernels` object whose only attribute is `training = True`.
    private static final byte[] MODULE = ("\u0080\u0002c__torch__\nKernels\n)\u0081}(X\u0008\0\0\0training\u0088ub.")
            .getBytes(StandardCharsets.ISO_8859_1);

    /// A pickled empty tuple.
    private static final byte[] NO_CONSTANTS = "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1);

    private KernelArchive() {}

    /// The product's kernels.
    static byte[] pack() {
        try {
            return pack(files());
        } catch (IOException e) {
            throw new UncheckedIOException("The kernels could not be packed", e);
        }
    }

    /// @param files text by name, such as `blocks/llama`; `kernels` holds the entry points
    static byte[] pack(Map<String, byte[]> files) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                store(zip, "k/data.pkl", MODULE);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    String code = file.getKey().equals(ENTRY_POINTS) ? "" : "/" + file.getKey();
                    store(zip, "k/code/__torch__" + code + ".py", file.getValue());
                }
                store(zip, "k/constants.pkl", NO_CONSTANTS);
                store(zip, "k/version", "3\n".getBytes(StandardCharsets.US_ASCII));
                store(zip, "k/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The kernels could not be packed", e);
        }
    }

    /// Those of the index file beside the kernels: resources of a module cannot be listed.
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String line : new String(read("index"), StandardCharsets.UTF_8).split("\n")) {
            if (!line.isBlank()) {
                files.put(line.strip(), read(line.strip() + ".torchscript"));
            }
        }
        return files;
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = KernelArchive.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("Kernel file " + name + " is missing from the module");
            }
            return in.readAllBytes();
        }
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
