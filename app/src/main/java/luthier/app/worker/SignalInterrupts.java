package luthier.app.worker;

import java.lang.reflect.Proxy;

/// Ctrl+C as the signal INT. A shutdown hook would not do: it hears the first one only.
///
/// The JDK's class is called by reflection because the compiler warns of it unconditionally, and warnings are errors
/// here.
public final class SignalInterrupts implements Interrupts {
    @Override
    public Listening listen(Runnable handler) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = signalType.getConstructor(String.class).newInstance("INT");
            var handle = signalType.getMethod("handle", signalType, handlerType);
            Object ours = Proxy.newProxyInstance(
                    SignalInterrupts.class.getClassLoader(), new Class<?>[] {handlerType}, (_, method, _) -> {
                        if (method.getName().equals("handle")) {
                            handler.run();
                        }
                        return null;
                    });
            Object before = handle.invoke(null, signal, ours);
            return () -> restore(() -> handle.invoke(null, signal, before));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Ctrl+C cannot be heard", e);
        }
    }

    @FunctionalInterface
    private interface Call {
        Object invoke() throws ReflectiveOperationException;
    }

    private static void restore(Call call) {
        try {
            call.invoke();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Ctrl+C cannot be given back", e);
        }
    }
}
