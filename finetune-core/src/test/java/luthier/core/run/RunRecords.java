package luthier.core.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/// Random records of the run package, made from their components, so that a new event or failure is covered the moment
/// it exists.
final class RunRecords {
    private RunRecords() {}

    static Arbitrary<RunEvent> events() {
        return sealed(RunEvent.class);
    }

    static Arbitrary<Failure> failures() {
        return sealed(Failure.class);
    }

    static <T> Arbitrary<T> sealed(Class<T> type) {
        List<Arbitrary<T>> kinds = Arrays.stream(type.getPermittedSubclasses())
                .map(kind -> record(kind).map(type::cast))
                .toList();
        return Arbitraries.oneOf(kinds);
    }

    static Arbitrary<Object> record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Arbitrary<Optional<Object>>> values =
                Arrays.stream(components).map(RunRecords::component).toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Combinators.combine(values).as(arguments -> construct(type, types, arguments));
    }

    private static Object construct(Class<?> type, Class<?>[] types, List<Optional<Object>> arguments) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(
                    arguments.stream().map(argument -> argument.orElse(null)).toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make a " + type, e);
        }
    }

    // jqwik's own null values do not go with the null checker, so a nullable component is an Optional on its way.
    private static Arbitrary<Optional<Object>> component(RecordComponent component) {
        Arbitrary<Object> value = value(component.getGenericType());
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable ? value.optional(0.7) : value.map(Optional::of);
    }

    private static Arbitrary<Object> value(Type type) {
        if (type == int.class) {
            return Arbitraries.integers().asGeneric();
        } else if (type == long.class || type == Long.class) {
            return Arbitraries.longs().asGeneric();
        } else if (type == double.class) {
            return numbers().asGeneric();
        } else if (type == boolean.class) {
            return Arbitraries.of(true, false).asGeneric();
        } else if (type == String.class) {
            return texts().asGeneric();
        } else if (type == Instant.class) {
            return Combinators.combine(
                            Arbitraries.longs().between(0, 4_000_000_000L),
                            Arbitraries.longs().between(0, 999_999_999))
                    .as((seconds, nanos) -> (Object) Instant.ofEpochSecond(seconds, nanos));
        } else if (type == Failure.class) {
            return failures().asGeneric();
        } else if (type instanceof Class<?> known && known.isRecord()) {
            return record(known);
        } else if (type instanceof Class<?> known && known.isEnum()) {
            return Arbitraries.of(known.getEnumConstants());
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return value(generic.getActualTypeArguments()[0])
                    .list()
                    .ofMaxSize(4)
                    .asGeneric();
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return Arbitraries.maps(
                            value(generic.getActualTypeArguments()[0]), value(generic.getActualTypeArguments()[1]))
                    .ofMaxSize(4)
                    .asGeneric();
        }
        throw new AssertionError("no random values for " + type + " yet: add them here");
    }

    static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE));
    }

    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\n', '\t', '"', '\\', 'ä', '…', '\u2028', '\u0000')
                .ofMaxLength(12);
    }

    static Arbitrary<RunSpec> specs() {
        Arbitrary<MethodSpec> methods = Combinators.combine(Arbitraries.of("lora", "full", "adamw"), settings())
                .as(MethodSpec::new);
        Arbitrary<DataSpec> data = Combinators.combine(
                        paths(),
                        paths().injectNull(0.5),
                        Arbitraries.of("auto", "csv"),
                        Arbitraries.maps(Arbitraries.of("input", "output", "text"), texts())
                                .ofMaxSize(3),
                        Arbitraries.doubles().between(0, 0.5),
                        Arbitraries.integers().between(2, 100_000),
                        Arbitraries.of(true, false))
                .as(DataSpec::new);
        return Combinators.combine(
                        Arbitraries.of("a", "tickets-1", "x.y_z"),
                        paths(),
                        Arbitraries.of(BasePrecision.values()),
                        methods,
                        methods,
                        data,
                        trainings(),
                        Arbitraries.of("auto", "cpu", "cuda:3"))
                .as(RunSpec::new);
    }

    static Arbitrary<TrainingSpec> trainings() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, Integer.MAX_VALUE);
        Arbitrary<Long> steps = Arbitraries.longs().between(0, Long.MAX_VALUE);
        Arbitrary<Double> decimals = Arbitraries.doubles().between(0, 1e6);
        return Combinators.combine(
                        counts.list().ofSize(4),
                        steps.list().ofSize(4),
                        decimals.list().ofSize(3),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(Schedule.values()),
                        Arbitraries.of(ActivationPolicy.values()),
                        Arbitraries.longs())
                .as((count, step, decimal, ratio, schedule, activations, seed) -> new TrainingSpec(
                        decimal.get(0) + 1,
                        step.get(0),
                        count.get(0),
                        count.get(1),
                        decimal.get(1),
                        schedule,
                        step.get(1),
                        ratio,
                        decimal.get(2),
                        activations,
                        step.get(2),
                        step.get(3),
                        count.get(2),
                        seed,
                        count.get(3),
                        seed % 2 == 0));
    }

    private static Arbitrary<Path> paths() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(' ', 'ä', '"')
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(name -> Path.of("/home/someone", "x" + name).toAbsolutePath());
    }

    private static Arbitrary<Map<String, Object>> settings() {
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.integers().asGeneric(),
                Arbitraries.doubles().between(-1e9, 1e9).asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                texts().asGeneric(),
                texts().list().ofMaxSize(3).asGeneric());
        return Arbitraries.maps(Arbitraries.of("rank", "alpha", "dropout", "targetModules"), values)
                .ofMaxSize(4);
    }
}
