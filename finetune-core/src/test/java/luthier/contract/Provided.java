package luthier.contract;

import java.util.List;
import java.util.ServiceLoader;

/// What the modules on the module path provide. A module's tests cannot ask for its own services, as it does not use
/// them; this class stands outside of all modules.
public final class Provided {
    private Provided() {}

    /// In the order of registration.
    public static <T> List<T> of(Class<T> service) {
        return ServiceLoader.load(service).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
